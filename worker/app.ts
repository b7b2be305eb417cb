import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { About } from '../shared/cluster/access.ts';
import { ok } from '../shared/problem.ts';
import { protocol, protocolHeader } from '../shared/sync.ts';
import { originAllowed } from './access/callers.ts';
import { joinPage } from './access/join-page.ts';
import { apiDocument } from './api-document.ts';
import { apiPage } from './api-page.ts';
import { type App, problemResponse, respond } from './http.ts';
import { questionRoutes } from './reviews/question-routes.ts';
import { publicRoutes } from './reviews/routes.ts';
import { blobRoutes } from './routes/blobs.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { deviceRoutes } from './routes/devices.ts';
import { entranceRoutes } from './routes/entrance.ts';
import { logRoutes } from './routes/log.ts';
import { operatorRoutes } from './routes/operator.ts';
import { webAppRoutes } from './routes/web-app.ts';

/** The oldest protocol that is still understood. */
const oldest = 1;

/** Everything that the Worker answers. */
export const app = new Hono<App>();

app.use(
  '/api/*',
  cors({
    origin: (origin, c) => (originAllowed(c.env, origin) ? origin : undefined),
    allowMethods: ['GET', 'POST', 'PUT'],
    allowHeaders: ['authorization', 'content-type', protocolHeader],
    maxAge: 86_400,
  }),
);

app.use('/api/*', async (c, next) => {
  const named = c.req.header(protocolHeader);
  if (named !== undefined && !(Number(named) >= oldest)) return problemResponse({ code: 'update-needed' });
  return next();
});

app.get('/api/about', (c) => {
  const about: About = { name: 'goldthread', protocol, open: !c.env.CREATE_SECRET, time: Date.now() };
  return respond(ok(about));
});
app.get('/api', apiPage);
app.get('/api/openapi.json', () => respond(ok(apiDocument())));
app.route('/api', entranceRoutes);
app.route('/api', logRoutes);
app.route('/api', deviceRoutes);
app.route('/api', blobRoutes);
app.route('/api', calendarRoutes);
app.route('/api', operatorRoutes);

app.get('/join', joinPage);
app.route('/', webAppRoutes);
// Last: no partnership's address ever stands before one of ours. Of theirs, what is private to an asker comes first.
app.route('/', questionRoutes);
app.route('/', publicRoutes);

app.notFound(() => problemResponse({ code: 'not-found' }));
app.onError((error) => {
  console.error('unexpected', error.message);
  return problemResponse({ code: 'server-error' });
});
