import { Hono } from 'hono';
import * as z from 'zod/mini';
import { Batch, limits, parse } from '../../shared/action.ts';
import { Code, clusterOf } from '../../shared/cluster/access.ts';
import { AskArchive } from '../../shared/cluster/archive.ts';
import { AskExport } from '../../shared/cluster/export.ts';
import { ok } from '../../shared/problem.ts';
import { AskHistory } from '../../shared/sync.ts';
import { clusterStub } from '../cluster-stub.ts';
import { type App, forDevice, limited, problemResponse } from '../http.ts';
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

const Changes = z.strictObject({ after: z.number().check(z.int(), z.nonnegative()) });

// Not GET with the cursor in the address: a browser asks leave (CORS) anew for each address, and remembers it for one.
logRoutes.post(
  '/changes',
  limited(1024),
  forDevice(Changes, (stub, token, { after }) => stub.changes(token, after)),
);

logRoutes.post(
  '/history',
  limited(1024),
  forDevice(AskHistory, (stub, token, ref) => stub.history(token, ref)),
);

logRoutes.post(
  '/export',
  limited(1024),
  forDevice(AskExport, (stub, token, ask) => stub.export(token, ask)),
);

logRoutes.post(
  '/archive',
  limited(1024),
  forDevice(AskArchive, (stub, token, ask) => stub.archive(token, ask)),
);

logRoutes.get('/live', async (c) => {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') return problemResponse({ code: 'method-not-allowed' });
  const token = parse(Code, liveToken(c.req.raw));
  if (!token.ok) return problemResponse({ code: 'no-credential' });
  try {
    return await clusterStub(c.env, clusterOf(token.value)).fetch(c.req.raw);
  } catch {
    return problemResponse({ code: 'unreachable' });
  }
});
