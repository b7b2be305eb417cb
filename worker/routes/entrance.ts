import { Hono } from 'hono';
import { CreateCluster, clusterOf, Join, Look } from '../../shared/cluster/access.ts';
import { mayCreate, withinRate } from '../access/callers.ts';
import { callCluster } from '../cluster-stub.ts';
import { type App, bodyOf, limited, problemResponse, respond } from '../http.ts';

/** Coming in. It needs no account, so it is limited by the caller's address. */
export const entranceRoutes = new Hono<App>();

const small = limited(16 * 1024);

entranceRoutes.post('/clusters', small, async (c) => {
  if (!(await withinRate(c, c.env.CREATE_RATE))) return problemResponse({ code: 'too-many' });
  const body = await bodyOf(c, CreateCluster);
  if (!body.ok) return respond(body);
  if (!mayCreate(c.env, body.value.secret)) return problemResponse({ code: 'creation-closed' });
  return respond(await callCluster(c.env, body.value.id, (stub) => stub.create(body.value)));
});

entranceRoutes.post('/look', small, async (c) => {
  if (!(await withinRate(c, c.env.ADDRESS_RATE))) return problemResponse({ code: 'too-many' });
  const body = await bodyOf(c, Look);
  if (!body.ok) return respond(body);
  const { code } = body.value;
  return respond(await callCluster(c.env, clusterOf(code), (stub) => stub.look(code)));
});

entranceRoutes.post('/join', small, async (c) => {
  if (!(await withinRate(c, c.env.ADDRESS_RATE))) return problemResponse({ code: 'too-many' });
  const body = await bodyOf(c, Join);
  if (!body.ok) return respond(body);
  return respond(await callCluster(c.env, clusterOf(body.value.code), (stub) => stub.join(body.value)));
});
