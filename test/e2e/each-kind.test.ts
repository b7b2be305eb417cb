import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aboutWords } from '../../extension/evidence/kind-words.ts';
import { requiredHosts } from '../../extension/platform/hosts.ts';
import { addSchool } from '../../shared/cluster/schools.ts';
import { type PageSource, sourceKinds } from '../../shared/evidence/page-source.ts';
import { newId } from '../../shared/ids.ts';
import { root } from '../tools/run-process.ts';
import { type Attendance, startAttendance } from './attendance.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { joinCluster, see } from './screens.ts';
import { type Pages, type Sites, startSites } from './sites.ts';

const folder = join(root, 'test/fixtures/sources');
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
const fixtures = names
  .map((name) => ({
    name,
    said: JSON.parse(readFileSync(join(folder, name), 'utf8')) as PageSource,
    html: readFileSync(join(folder, name.replace('.json', '.html')), 'utf8'),
  }))
  // A file is opened in our reader, and has its own test.
  .filter(({ said }) => said.url.startsWith('https:'));
const relevant = fixtures.filter(({ said }) => said.kind !== 'other');
const others = fixtures.filter(({ said }) => said.kind === 'other');

const hostsAtFirst = new Set(requiredHosts.map((pattern) => new URL(pattern.replace('*', '')).hostname));
/** The school that the pages speak of: ours, under a number that it had before. */
const urn = '100000';

let kestrel: Attendance;
let sites: Sites;
let chromium: Chromium;
let page: Page;
let panel: Page;
beforeAll(async () => {
  const pages: Pages = Object.fromEntries(fixtures.map(({ said, html }) => [said.url, html]));
  sites = await startSites(pages);
  [kestrel, chromium] = await Promise.all([startAttendance(), launchChromium({ args: sites.args })]);
  await kestrel.act(addSchool, { id: newId(), name: 'Hill Primary School', urn: '199907', before: [urn] });
  await joinCluster(await chromium.welcome(), { link: await kestrel.invitation(), name: 'Cy Cooper' });
  page = await chromium.browser.newPage();
  await page.goto(fixtures[0]?.said.url ?? '');
  await chromium.pressButton(page);
  panel = await chromium.panel();
}, 120_000);
afterAll(async () => {
  await chromium?.close();
  await Promise.all([kestrel?.close(), sites?.close()]);
});

/** Goes to a page; where we have no lasting access, the button gives it. */
async function read({ url }: PageSource): Promise<void> {
  await page.bringToFront();
  await page.goto(url);
  if (!hostsAtFirst.has(new URL(url).hostname)) await chromium.pressButton(page);
}

describe('a page of each kind, at its own address', () => {
  it('there is one of every kind', () => {
    expect(new Set(fixtures.map(({ said }) => said.kind))).toEqual(new Set(sourceKinds));
  });

  it.each(relevant.map((one) => [one.said.kind, one.name, one] as const))('%s: %s', async (_kind, _name, { said }) => {
    await read(said);
    await see(panel, aboutWords(said).join(' · '));
    if (said.access !== 'open') await see(panel, said.reason ?? '');
    if (said.access === 'refused') return;
    if (said.urn === urn) await see(panel, `One of our schools, here under the number that it had before (${urn})`);
    else if (said.title) await see(panel, said.title);
    for (const { area, grade } of said.grades ?? []) await see(panel, `${area} ${grade}`);
    if (said.withdrawn) await see(panel, 'This was withdrawn by those who published it.');
    // What was withdrawn has mostly been replaced too.
    else if (said.superseded) await see(panel, 'Something newer has taken the place of this.');
  });

  it.each(others.map((one) => [one.name, one] as const))('nothing is said of %s', async (_name, { said }) => {
    await read(said);
    await see(panel, 'Nothing from this page is in the log yet.');
    // The page itself was asked, and its answer taken in.
    await panel.waitForFunction(() => document.querySelector('.page-about') === null, { polling: 100 });
  });
});
