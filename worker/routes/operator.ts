import { Hono } from 'hono';
import { limits, parse } from '../../shared/action.ts';
import { OperatorInvite, OperatorRestore } from '../../shared/cluster/access.ts';
import { ArchiveStep } from '../../shared/cluster/archive.ts';
import { ClusterId } from '../../shared/ids.ts';
import { isOperator, withinRate } from '../access/callers.ts';
import { callCluster } from '../cluster-stub.ts';
import { type App, bodyOf, limited, problemResponse, respond } from '../http.ts';
import { blobOf } from './blobs.ts';

/** What only the owner of the Worker may do, with the secret that they set. */
export const operatorRoutes = new Hono<App>();

operatorRoutes.use('/operator/*', async (c, next) => {
  if (!(await withinRate(c, c.env.ADDRESS_RATE))) return problemResponse({ code: 'too-many' });
  if (!isOperator(c.env, c.req.header('authorization'))) return problemResponse({ code: 'operator-only' });
  return next();
});

operatorRoutes.post('/operator/coordinator', limited(16 * 1024), async (c) => {
  const body = await bodyOf(c, OperatorInvite);
  if (!body.ok) return respond(body);
  return respond(await callCluster(c.env, body.value.cluster, (stub) => stub.inviteCoordinator()));
});

operatorRoutes.post('/operator/restore', limited(8 * 1024 * 1024), async (c) => {
  const body = await bodyOf(c, OperatorRestore);
  if (!body.ok) return respond(body);
  const { cluster } = body.value;
  const answers = await callCluster(c.env, cluster, (stub) => stub.restore(body.value));
  return respond(answers.ok ? { ok: true, value: { time: Date.now(), answers: answers.value } } : answers);
});

operatorRoutes.post('/operator/archive', limited(8 * 1024 * 1024), async (c) => {
  const body = await bodyOf(c, ArchiveStep);
  if (!body.ok) return respond(body);
  const { cluster } = body.value;
  return respond(await callCluster(c.env, cluster, (stub) => stub.restoreArchive(body.value)));
});

operatorRoutes.put('/operator/archive/:cluster/:hash', limited(limits.blobBytes), async (c) => {
  const cluster = parse(ClusterId, c.req.param('cluster'));
  if (!cluster.ok) return problemResponse({ code: 'not-valid', detail: 'cluster' });
  const blob = await blobOf(c, c.req.param('hash'));
  if (!blob.ok) return respond(blob);
  const { hash, type, bytes } = blob.value;
  return respond(await callCluster(c.env, cluster.value, (stub) => stub.restoreBlob(hash, type, bytes)));
});
