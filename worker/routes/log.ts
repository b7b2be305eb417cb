import { Hono } from 'hono';
import * as z from 'zod/mini';
import { Batch, limits, parse } from '../../shared/action.ts';
import { Code, clusterOf } from '../../shared/cluster/access.ts';
import { ok } from '../../shared/problem.ts';
import { callCluster, clusterStub } from '../cluster-stub.ts';
import { type App, forDevice, limited, problemResponse, respond, tokenOf } from '../http.ts';
import { liveToken } from '../log/live.ts';

/** Actions in, changes out. */
export const logRoutes = new Hono<App>();

logRoutes.post(
  '/actions',
  limited(limits.requestBytes),
  forDevice(Batch, async (stub, token, { groups }) => {
    const answers = await stub.append(token, groups);
    return answers.ok ? ok({ time: Date.now(), answers: answers.value }) : answers;
  }),
);

const Cursor = z.coerce.number().check(z.int(), z.nonnegative());

logRoutes.get('/changes', async (c) => {
  const token = tokenOf(c);
  if (!token.ok) return respond(token);
  const after = parse(Cursor, c.req.query('after'));
  if (!after.ok) return problemResponse({ code: 'not-valid', detail: 'after' });
  return respond(await callCluster(c.env, clusterOf(token.value), (stub) => stub.changes(token.value, after.value)));
});

logRoutes.get('/live', async (c) => {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') return problemResponse({ code: 'method-not-allowed' });
  const token = parse(Code, liveToken(c.req.raw));
  if (!token.ok) return problemResponse({ code: 'no-credential' });
  return clusterStub(c.env, clusterOf(token.value)).fetch(c.req.raw);
});
