import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { clusterOf, joinLink } from '../../../shared/cluster/access.ts';
import { Refused } from '../api.ts';
import { readDemoScript } from '../demo/script.ts';
import { type Demo, fillDemo, inviteToDemo, readDemo } from '../demo.ts';
import { type LocalWorker, portIsFree } from '../local-worker.ts';
import { firstPage, serveSamplePages } from '../sample-pages.ts';
import { openBrowser } from './browser.ts';
import { answers, claim, dataFolder, keep, operatorSecret, readKept, refuseShared, shown } from './data.ts';
import { type Built, buildApp, buildExtension } from './extension.ts';
import { readOptions, Sentence, type StartOptions } from './options.ts';
import { createRunning, type Running } from './running.ts';
import { startWorkerProcess } from './worker-process.ts';

const say = console.log;

/** `npm start`: starts everything, and stays until it is ended. */
export async function main(args: readonly string[]): Promise<void> {
  const running = createRunning();
  try {
    await start(readOptions(args), running);
  } catch (error) {
    if (running.ending) return;
    console.error(
      error instanceof Sentence ? error.message : `Goldthread could not start: ${(error as Error).message}`,
    );
    await running.end(1);
  }
}

async function start(options: StartOptions, running: Running): Promise<void> {
  const address = `http://127.0.0.1:${options.port}`;
  const data = options.empty ? join(dataFolder(), 'empty') : dataFolder();
  if (!(await portIsFree(options.port))) throw new Sentence(await whyTaken(options.port, address));
  await refuseShared(data);

  say('Building the web app and the extension …');
  await buildApp(address, running.signal);
  const built = await buildExtension(address, running.signal);

  if (options.empty) rmSync(data, { recursive: true, force: true });
  running.add(claim(data, address));
  const secret = operatorSecret();
  const worker = await startWorkerProcess({
    port: options.port,
    data: join(data, 'worker'),
    vars: { OPERATOR_SECRET: secret },
  });
  running.add(() => worker.stop());

  const demoPath = join(data, 'demo.json');
  const before = options.empty ? undefined : readDemo(readKept(demoPath));
  const pages = await servePages(before, options.port, running);
  const demo = options.empty ? undefined : await invitation(worker, before, secret, pages, demoPath);

  say(`Goldthread is running${options.empty ? ', with nothing in it' : ''}.\n`);
  tell('Address', worker.address);
  tell('Web app', `${worker.address}/app`);
  tell('Sample pages', pages);
  if (demo) tell('Join link', demo.link, 'for five people, seven days');
  await showExtension({ options, running, built, data, pages, ...(demo && { link: demo.link }) });
  const first = 'To create the first cluster, choose ‘Start a new cluster instead’ on Goldthread’s welcome page.';
  if (options.empty) say(first);
  say(`Ctrl+C ends it. The data stays in ${shown(data)}${options.empty ? ' until the next `--empty`' : ''}.`);
}

const tell = (name: string, what: string, more?: string) =>
  say(`  ${name.padEnd(14)}${what}${more ? `   (${more})` : ''}`);

async function whyTaken(port: number, address: string): Promise<string> {
  const who = (await answers(address)) ? 'Goldthread is running there already.' : 'Is another `npm start` running?';
  return `Port ${port} is taken. ${who} End it with Ctrl+C, or choose another port: npm start -- --port ${port + 2}`;
}

/** Serves the sample pages where the demo's sources point, or else on the port after the Worker's. */
async function servePages(demo: Demo | undefined, port: number, running: Running): Promise<string> {
  const wanted = demo ? Number(new URL(demo.pages).port) : port + 1;
  const free = await portIsFree(wanted);
  const pages = await serveSamplePages(free ? wanted : 0);
  running.add(() => pages.stop());
  if (!free) {
    say(`Port ${wanted} is taken, so the sample pages are at ${pages.address}.`);
    if (demo) say(`The demo’s own links to them, to port ${wanted}, do not open until it is free.`);
  }
  return pages.address;
}

/** A fresh link into the demo, which is filled where there is none yet. */
async function invitation(
  worker: LocalWorker,
  before: Demo | undefined,
  secret: string,
  pages: string,
  path: string,
): Promise<{ link: string }> {
  const linkTo = async (demo: Demo) => ({ link: joinLink(worker.address, await inviteToDemo(worker.address, demo)) });
  if (before) {
    try {
      return await linkTo(before);
    } catch (error) {
      // Its data was taken away, so it is filled anew.
      if (!(error instanceof Refused && /^(cluster-unknown|no-credential|device-revoked)$/.test(error.code)))
        throw error;
    }
  }
  say('Filling it with a fictional demo cluster …');
  const demo = await fillDemo(worker.address, secret, pages);
  keep(path, JSON.stringify(demo, null, 2));
  return linkTo(demo);
}

interface Showing {
  options: StartOptions;
  running: Running;
  built: Built;
  data: string;
  pages: string;
  link?: string;
}

/** Opens a browser with the extension, or says how to load it by hand. */
async function showExtension({ options, running, built, data, pages, link }: Showing): Promise<void> {
  const { visitor } = readDemoScript();
  const opened = options.browser
    ? await openBrowser({
        extension: built.folder,
        // A profile for each cluster and port, so that nobody is taken for a member of another one.
        profile: join(data, 'browser', `${options.port}${link ? `-${clusterOf(codeOf(link)).slice(0, 8)}` : ''}`),
        ...(link && { visitor: { link, name: visitor.name } }),
        page: `${pages}/${firstPage}`,
        onClosed: () => say('The browser was closed. Goldthread goes on running; Ctrl+C ends it.'),
      })
    : undefined;
  if (opened?.ok) {
    running.add(() => opened.close());
    tell('Browser', opened.name, link ? `open, joined as ${visitor.name}` : 'open');
    say(link ? '\nSelect words on the page, then press the Goldthread button.' : '');
    return;
  }
  say(`\n${opened ? `${opened.sentence} ` : ''}To load the extension by hand:`);
  say(`  chrome://extensions → Developer mode → Load unpacked → ${shown(built.folder)}`);
  if (built.changed)
    say('  It has changed since the last start: where it is loaded already, press its reload button there.');
  if (link) say('  Its welcome page opens and asks for the join link.');
  say('');
}

const codeOf = (link: string): string => link.slice(link.indexOf('#') + 1);
