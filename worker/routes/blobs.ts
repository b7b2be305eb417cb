import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { limits, parse } from '../../shared/action.ts';
import { clusterOf } from '../../shared/cluster/access.ts';
import { Hash, sha256 } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/problem.ts';
import { callCluster } from '../cluster-stub.ts';
import { type App, limited, problemResponse, respond, tokenOf } from '../http.ts';
import { type BlobType, blobTypes } from '../log/blobs.ts';

/** Images, by the hash of their bytes: uploaded before the action that names them. */
export const blobRoutes = new Hono<App>();

const BlobTypes = z.enum(blobTypes);

/** The image that a request carries, whose name must be the hash of its bytes. Error: `not-valid`. */
export async function blobOf(
  c: Context<App>,
  named: string,
): Promise<Result<{ hash: string; type: BlobType; bytes: ArrayBuffer }>> {
  const hash = parse(Hash, named);
  const type = parse(BlobTypes, c.req.header('content-type'));
  if (!hash.ok) return fail('not-valid', 'hash');
  if (!type.ok) return fail('not-valid', 'content-type');
  const bytes = await c.req.arrayBuffer();
  if ((await sha256(bytes)) !== hash.value) return fail('not-valid', 'hash');
  return ok({ hash: hash.value, type: type.value, bytes });
}

blobRoutes.put('/blobs/:hash', limited(limits.blobBytes), async (c) => {
  const token = tokenOf(c);
  if (!token.ok) return respond(token);
  const blob = await blobOf(c, c.req.param('hash'));
  if (!blob.ok) return respond(blob);
  const { hash, type, bytes } = blob.value;
  return respond(
    await callCluster(c.env, clusterOf(token.value), (stub) => stub.putBlob(token.value, hash, type, bytes)),
  );
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
