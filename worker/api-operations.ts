import * as z from 'zod/mini';
import { Batch } from '../shared/action.ts';
import {
  About,
  CreateCluster,
  DeviceRef,
  Devices,
  InvitationRef,
  Invitations,
  Invite,
  Issued,
  Join,
  Joined,
  Look,
  LookAnswer,
  OperatorInvite,
  OperatorRestore,
} from '../shared/cluster/access.ts';
import { ArchivePage, ArchiveStep, AskArchive } from '../shared/cluster/archive.ts';
import { AskExport, ExportPage } from '../shared/cluster/export.ts';
import { Answers, AskHistory, History, Page } from '../shared/sync.ts';

/** Every shape that travels, by the name under which the document of the API has it. */
export const shapes = {
  ...{ About, AskArchive, AskExport, AskHistory, Answers, ArchivePage, ArchiveStep, Batch, CreateCluster, DeviceRef },
  ...{ Devices, ExportPage, History, InvitationRef, Invitations, Invite, Issued, Join, Joined, Look, LookAnswer },
  ...{ OperatorInvite, OperatorRestore, Page },
  AskChanges: z.strictObject({ after: z.number().check(z.int(), z.nonnegative()) }),
  Done: z.object({}),
};
export type Shape = keyof typeof shapes;

/** One call of the API. */
export interface Operation {
  method: 'get' | 'post' | 'put';
  /** Below `/api`; parts in braces are named in the address. */
  path: string;
  does: string;
  /** Who may call: anyone, a device with its token, the operator with their secret. */
  who: 'anyone' | 'device' | 'operator';
  asks?: Shape | 'image';
  answers: Shape | 'image' | 'calendar';
}

/** Every call that the Worker answers, but for the live socket. A test holds this list to the routes. */
export const operations: readonly Operation[] = [
  { method: 'get', path: '/about', does: 'What this address is', who: 'anyone', answers: 'About' },
  {
    method: 'post',
    path: '/clusters',
    does: 'Start a cluster',
    who: 'anyone',
    asks: 'CreateCluster',
    answers: 'Joined',
  },
  { method: 'post', path: '/look', does: 'What a code is for', who: 'anyone', asks: 'Look', answers: 'LookAnswer' },
  {
    method: 'post',
    path: '/join',
    does: 'Take up a code; the answer has a token',
    who: 'anyone',
    asks: 'Join',
    answers: 'Joined',
  },
  {
    method: 'post',
    path: '/changes',
    does: 'Every record that changed after a number, page by page',
    who: 'device',
    asks: 'AskChanges',
    answers: 'Page',
  },
  {
    method: 'post',
    path: '/actions',
    does: 'Do things; each has its own answer',
    who: 'device',
    asks: 'Batch',
    answers: 'Answers',
  },
  {
    method: 'post',
    path: '/history',
    does: 'What was done to a record',
    who: 'device',
    asks: 'AskHistory',
    answers: 'History',
  },
  {
    method: 'post',
    path: '/export',
    does: 'Everything of a member or a school',
    who: 'device',
    asks: 'AskExport',
    answers: 'ExportPage',
  },
  {
    method: 'post',
    path: '/archive',
    does: 'Everything of the cluster',
    who: 'device',
    asks: 'AskArchive',
    answers: 'ArchivePage',
  },
  {
    method: 'get',
    path: '/blobs/{hash}',
    does: 'An image, by the SHA-256 of its bytes',
    who: 'device',
    answers: 'image',
  },
  {
    method: 'put',
    path: '/blobs/{hash}',
    does: 'Upload an image before the action that names it',
    who: 'device',
    asks: 'image',
    answers: 'Done',
  },
  {
    method: 'post',
    path: '/invitations',
    does: 'Make an invitation',
    who: 'device',
    asks: 'Invite',
    answers: 'Issued',
  },
  { method: 'get', path: '/invitations', does: 'Invitations that are open', who: 'device', answers: 'Invitations' },
  {
    method: 'post',
    path: '/invitations/revoke',
    does: 'Take an invitation back',
    who: 'device',
    asks: 'InvitationRef',
    answers: 'Done',
  },
  {
    method: 'post',
    path: '/invitations/reissue',
    does: 'Make an invitation anew',
    who: 'device',
    asks: 'InvitationRef',
    answers: 'Issued',
  },
  { method: 'get', path: '/devices', does: 'Devices that are let in', who: 'device', answers: 'Devices' },
  { method: 'post', path: '/devices/link', does: 'A code for one more device', who: 'device', answers: 'Issued' },
  {
    method: 'post',
    path: '/devices/revoke',
    does: 'Remove a device',
    who: 'device',
    asks: 'DeviceRef',
    answers: 'Done',
  },
  {
    method: 'post',
    path: '/calendar',
    does: 'A new address of the calendar of what is due',
    who: 'device',
    answers: 'Issued',
  },
  {
    method: 'get',
    path: '/calendar/{file}',
    does: 'What is due, for a calendar program; the address holds its secret',
    who: 'anyone',
    answers: 'calendar',
  },
  { method: 'post', path: '/recovery', does: 'A new recovery code', who: 'device', answers: 'Issued' },
  {
    method: 'post',
    path: '/operator/coordinator',
    does: 'Invite a new coordinator',
    who: 'operator',
    asks: 'OperatorInvite',
    answers: 'Issued',
  },
  {
    method: 'post',
    path: '/operator/restore',
    does: 'Do actions of the past',
    who: 'operator',
    asks: 'OperatorRestore',
    answers: 'Answers',
  },
  {
    method: 'post',
    path: '/operator/archive',
    does: 'Make a cluster from an archive, step by step',
    who: 'operator',
    asks: 'ArchiveStep',
    answers: 'Done',
  },
  {
    method: 'put',
    path: '/operator/archive/{cluster}/{hash}',
    does: 'An image of the archive',
    who: 'operator',
    asks: 'image',
    answers: 'Done',
  },
];
