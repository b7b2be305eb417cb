import { Hono } from 'hono';
import { parse } from '../../shared/action.ts';
import { Code, clusterOf } from '../../shared/cluster/access.ts';
import { withinRate } from '../access/callers.ts';
import { callCluster } from '../cluster-stub.ts';
import { type App, forDevice, limited, problemResponse, respond } from '../http.ts';

/**
 * A calendar of what is due, to subscribe to. Calendar programs can only be given an address, so its secret stands in
 * there: it reads what is due and nothing else, one a member, and a new one takes its place.
 */
export const calendarRoutes = new Hono<App>();

calendarRoutes.post(
  '/calendar',
  limited(1024),
  forDevice(undefined, (stub, token) => stub.issueCalendar(token)),
);

calendarRoutes.get('/calendar/:file', async (c) => {
  if (!(await withinRate(c, c.env.ADDRESS_RATE))) return problemResponse({ code: 'too-many' });
  const code = parse(Code, c.req.param('file').replace(/\.ics$/, ''));
  if (!code.ok) return problemResponse({ code: 'code-unknown' });
  const address = new URL(c.req.url).origin;
  const calendar = await callCluster(c.env, clusterOf(code.value), (stub) => stub.calendar(code.value, address));
  if (!calendar.ok) return respond(calendar);
  return new Response(calendar.value, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  });
});
