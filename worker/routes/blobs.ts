import { Hono } from 'hono';
import * as z from 'zod/mini';
import { limits, parse } from '../../shared/action.ts';
import { clusterOf } from '../../shared/cluster/access.ts';
import { Hash, sha256 } from '../../shared/ids.ts';
import { callCluster } from '../cluster-stub.ts';
import { type App, limited, problemResponse, respond, tokenOf } from '../http.ts';
import { blobTypes } from '../log/blobs.ts';

/** Images, by the hash of their bytes: uploaded before the action that names them. */
export const blobRoutes = new Hono<App>();

const BlobType = z.enum(blobTypes);

blobRoutes.put('/blobs/:hash', limited(limits.blobBytes), async (c) => {
  const token = tokenOf(c);
  if (!token.ok) return respond(token);
  const hash = parse(Hash, c.req.param('hash'));
  const type = parse(BlobType, c.req.header('content-type'));
  if (!hash.ok) return problemResponse({ code: 'not-valid', detail: 'hash' });
  if (!type.ok) return problemResponse({ code: 'not-valid', detail: 'content-type' });
  const bytes = await c.req.arrayBuffer();
  if ((await sha256(bytes)) !== hash.value) return problemResponse({ code: 'not-valid', detail: 'hash' });
  const put = await callCluster(c.env, clusterOf(token.value), (stub) =>
    stub.putBlob(token.value, hash.value, type.value, bytes),
  );
  return respond(put);
});

blobRoutes.get('/blobs/:hash', async (c) => {
  const token = tokenOf(c);
  if (!token.ok) return respond(token);
  const hash = parse(Hash, c.req.param('hash'));
  if (!hash.ok) return problemResponse({ code: 'not-found' });
  const blob = await callCluster(c.env, clusterOf(token.value), (stub) => stub.getBlob(token.value, hash.value));
  if (!blob.ok) return respond(blob);
  return new Response(blob.value.bytes, {
    headers: {
      'content-type': blob.value.type,
      'cache-control': 'private, max-age=86400, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
});
