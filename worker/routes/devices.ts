import { Hono } from 'hono';
import { DeviceRef, InvitationRef, Invite } from '../../shared/cluster/access.ts';
import { type App, forDevice, limited } from '../http.ts';

/** Invitations, devices and the recovery code. */
export const deviceRoutes = new Hono<App>();

const small = limited(16 * 1024);

deviceRoutes.post(
  '/invitations',
  small,
  forDevice(Invite, (stub, token, body) => stub.invite(token, body)),
);
deviceRoutes.get(
  '/invitations',
  forDevice(undefined, (stub, token) => stub.invitations(token)),
);
deviceRoutes.post(
  '/invitations/revoke',
  small,
  forDevice(InvitationRef, (stub, token, { invitation }) => stub.revokeInvitation(token, invitation)),
);
deviceRoutes.post(
  '/invitations/reissue',
  small,
  forDevice(InvitationRef, (stub, token, { invitation }) => stub.reissue(token, invitation)),
);
deviceRoutes.get(
  '/devices',
  forDevice(undefined, (stub, token) => stub.devices(token)),
);
deviceRoutes.post(
  '/devices/link',
  small,
  forDevice(undefined, (stub, token) => stub.inviteDevice(token)),
);
deviceRoutes.post(
  '/devices/revoke',
  small,
  forDevice(DeviceRef, (stub, token, { device }) => stub.revokeDevice(token, device)),
);
deviceRoutes.post(
  '/recovery',
  small,
  forDevice(undefined, (stub, token) => stub.renewRecovery(token)),
);
