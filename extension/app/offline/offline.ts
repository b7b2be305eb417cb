/** The app's files, by their addresses, as the build fills them in; each has its content in its name, or is listed with it in `version`. */
declare const __FILES__: readonly string[];
declare const __VERSION__: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const prefix = 'goldthread-app-';
const cacheName = prefix + __VERSION__;
const page = '/app/';
const ending = new AbortController();
const { signal } = ending;

/** The page by which other apps share with this one goes to no server: its words go on in the fragment. */
async function takeShared(request: Request): Promise<Response> {
  const form = await request.formData();
  const words = new URLSearchParams();
  for (const name of ['title', 'text', 'url']) {
    const value = form.get(name);
    if (typeof value === 'string' && value) words.set(name, value.slice(0, 20_000));
  }
  return Response.redirect(`${page}#share?${words}`, 303);
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request.mode === 'navigate' ? page : request, { ignoreSearch: true });
  return kept ?? fetch(request);
}

worker.addEventListener(
  'install',
  (event) => {
    // Each from the server and not from the browser's cache: what is kept is one version, whole.
    const files = __FILES__.map((file) => new Request(file, { cache: 'reload' }));
    event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(files)));
  },
  { signal },
);

worker.addEventListener(
  'activate',
  (event) => {
    // No page of an older version is open any more.
    const sweep = async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
      await Promise.all(names.map((name) => caches.delete(name)));
      await worker.clients.claim();
    };
    event.waitUntil(sweep());
  },
  { signal },
);

worker.addEventListener(
  'fetch',
  (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (origin !== worker.location.origin || !pathname.startsWith(page)) return;
    if (request.method === 'POST' && pathname === '/app/share') event.respondWith(takeShared(request));
    else if (request.method === 'GET') event.respondWith(answer(request));
  },
  { signal },
);
