import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { strFromU8, type Unzipped, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Issued } from '../../shared/cluster/access.ts';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { post } from '../tools/api.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { restoreArchive } from '../tools/restore-archive.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { actAs, type Founded, foundAt } from './founded.ts';
import { choose } from './log-page.ts';
import { fill, joinCluster, press, sayOwn, see, seeGone, textOf, unfold } from './screens.ts';

const secret = 'only for this test, thirty-two characters and more';
const folder = (name: string) => mkdtempSync(join(tmpdir(), `goldthread-${name}-`));
const [data, otherData, files] = [folder('out'), folder('again'), folder('files')];
const [downloads, onPhone] = [folder('downloads'), folder('phone')];
let worker: LocalWorker;
let other: LocalWorker;
let founded: Founded;
let chromium: Chromium;
let log: Page;
let phone: Chromium;
let app: Page;

const noted = (note: string, more: object = {}) =>
  actAs(worker.address, founded.joined, saveEvidence, {
    ...{ id: newId(), passages: [], note, tags: [], priorities: [] },
    ...more,
  });

const source = (access?: 'restricted') => ({
  source: { url: 'https://www.gov.uk/guidance/attendance', title: 'Working together', ...(access && { access }) },
});

beforeAll(async () => {
  const vars = { OPERATOR_SECRET: secret };
  [worker, other] = await Promise.all([
    startLocalWorker({ port: 0, data, vars }),
    startLocalWorker({ port: 0, data: otherData, vars }),
  ]);
  founded = await foundAt(worker.address);
  await noted('=Attendance is up', source());
  await noted('Only for us', source('restricted'));
  await noted('Oracy in Year 3', { tags: ['oracy'] });
  [chromium, phone] = await Promise.all([launchChromium(), launchChromium({ bare: true })]);
  await joinCluster(await chromium.welcome(), { link: await founded.link('coordinator'), name: 'Cy Cooper' });
  log = await chromium.open('log');
  const into = { behavior: 'allow', downloadPath: downloads } as const;
  await (await chromium.browser.target().createCDPSession()).send('Browser.setDownloadBehavior', into);
  const session = await phone.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { ...into, downloadPath: onPhone });
});

afterAll(async () => {
  await Promise.all([chromium?.close(), phone?.close()]);
  await Promise.all([worker?.stop(), other?.stop()]);
  for (const one of [data, otherData, downloads, onPhone, files])
    rmSync(one, { recursive: true, force: true, maxRetries: 5 });
});

/** The file that was saved with this ending, once it is there whole. */
async function saved(ending: string, into = downloads): Promise<Buffer> {
  const find = () => readdirSync(into).find((name) => name.endsWith(ending));
  await expect.poll(find, { timeout: 30_000 }).toBeDefined();
  return readFileSync(join(into, find() ?? ''));
}

/** Chooses a file, as a person does. */
async function give(page: Page, name: string, text: string): Promise<void> {
  writeFileSync(join(files, name), text);
  const input = await page.waitForSelector('input[type=file]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(join(files, name));
}

/** Opens a part of the Evidence place. */
async function open(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await press(page, name);
}

describe('taking out', () => {
  it('gives the whole log as a table that others read, without what is restricted', async () => {
    await see(log, 'Oracy in Year 3');
    await open(log, 'Take out…');
    await choose(log, 'As', 'Table (CSV)');
    await see(log, 'The whole log: 3.');
    expect(await faultsOf(log)).toEqual([]);
    await log.setViewport({ width: 1280, height: 900 });
    await press(log, 'Take out');
    await see(log, 'Left out: 1 entry from restricted sources.');
    const rows: string[][] = parseCsv(await saved('.csv'), { bom: true });
    expect(rows.map((row) => row[6])).toEqual(['Note', 'Oracy in Year 3', "'=Attendance is up"]);
  });

  it('gives what is found, as a Word document that others read', async () => {
    await log.locator('input[type=search]').fill('oracy');
    await see(log, 'What is found now (1)');
    await choose(log, 'As', 'Word document');
    await press(log, 'Take out');
    await see(log, '1 entry, saved among your downloads.');
    const { value } = await mammoth.extractRawText({ buffer: await saved('.docx') });
    expect(value).toContain('Oracy in Year 3');
    expect(value).not.toContain('Attendance');
    await press(log, 'Clear');
    await press(log, 'Close');
    const focus = () => log.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focus).toBe('Take out…');
  });
});

describe('bringing in', () => {
  const ris = [1, 2].map((n) => `TY  - RPRT\nTI  - Report ${n}\nUR  - https://x.example/${n}\nER  - \n`).join('\n');

  it('shows what will be added and what cannot be, adds it, and adds it once', async () => {
    await open(log, 'Bring in…');
    await give(log, 'zotero.ris', `what is this\n${ris}`);
    await see(log, '2 entries to add');
    await unfold(log, '1 cannot be brought in');
    await see(log, 'Line 1: what is this — It stands outside of any reference.');
    expect(await faultsOf(log)).toEqual([]);
    await log.setViewport({ width: 1280, height: 900 });
    await press(log, 'Add 2 entries');
    await see(log, '2 entries added.');
    await press(log, 'Close');
    await see(log, 'Report 2');
    await open(log, 'Bring in…');
    await give(log, 'zotero.ris', ris);
    await see(log, 'There is nothing new in it.');
    await see(log, '2 were brought in before');
    await press(log, 'Close');
  });

  it('asks on a phone which column is what', async () => {
    app = await phone.browser.newPage();
    app.setDefaultTimeout(30_000);
    await app.setViewport({ width: 320, height: 640 });
    await app.goto(await founded.link('leader'));
    await app.locator('::-p-aria([name="Use in this browser"][role="link"])').click();
    await fill(app, 'Your name', 'Bo Baker');
    await sayOwn(app, true);
    await press(app, 'Join');
    await press(app, 'I have kept it');
    await see(app, 'Report 2');
    await open(app, 'Bring in…');
    await give(app, 'table.csv', 'Where,What they said\nhttps://y.example/,Pupils talk more\n');
    await see(app, 'Which column is what?');
    await choose(app, 'Quote', 'What they said');
    await choose(app, 'Address', 'Where');
    await see(app, '1 entry to add');
    expect(await faultsOf(app)).toEqual([]);
    await app.setViewport({ width: 320, height: 640 });
    await press(app, 'Add 1 entry');
    await see(app, '1 entry added.');
    await log.bringToFront();
    await see(log, 'Pupils talk more');
  });
});

describe('at /app, on a phone', () => {
  it('the log is taken out as a table too; a leader is not offered the archive', async () => {
    await app.bringToFront();
    await press(app, 'Close');
    await open(app, 'Take out…');
    await see(app, 'Word document');
    expect(await textOf(app)).not.toContain('Complete archive');
    await choose(app, 'As', 'Table (CSV)');
    await see(app, 'The whole log: 6.');
    await press(app, 'Take out');
    await see(app, 'Left out: 1 entry from restricted sources.');
    const [header = [], ...rows]: string[][] = parseCsv(await saved('.csv', onPhone), { bom: true });
    const column = (name: string) => rows.map((row) => row[header.indexOf(name)]).filter(Boolean);
    expect(column('Quote')).toEqual(['Pupils talk more']);
    expect(column('Note')).toEqual(['Oracy in Year 3', "'=Attendance is up"]);
    expect(rows).toHaveLength(5);
    expect(rows.flat().join()).not.toContain('Only for us');
  });
});

describe('a complete archive', () => {
  it('is saved by a coordinator, and makes the cluster again elsewhere', async () => {
    await open(log, 'Take out…');
    await choose(log, 'As', 'Complete archive');
    await see(log, 'Restricted sources and withdrawn entries are in it');
    expect(await faultsOf(log)).toEqual([]);
    await log.setViewport({ width: 1280, height: 900 });
    await press(log, 'Take out');
    await see(log, 'Saved among your downloads.');
    const zip = await saved('-archive.zip');
    expect(strFromU8(unzipSync(zip)['records.jsonl'] as Uint8Array)).toContain('Only for us');
    const { cluster, name } = await restoreArchive({ address: other.address, secret, zip });
    expect([cluster, name]).toEqual([founded.joined.cluster, 'Kestrel Vale']);
    const { code } = await post(other.address, 'operator/coordinator', Issued, { cluster }, secret);
    await app.goto('about:blank');
    const into = { policy: 'allow', downloadPath: onPhone } as const;
    const fresh = await phone.browser.createBrowserContext({ downloadBehavior: into });
    const again = await fresh.newPage();
    again.setDefaultTimeout(30_000);
    await again.goto(`${other.address}/join#${code}`);
    await again.locator('::-p-aria([name="Use in this browser"][role="link"])').click();
    await fill(again, 'Your name', 'Di Dean');
    await sayOwn(again, true);
    await press(again, 'Join');
    await press(again, 'I have kept it');
    for (const words of ['Only for us', 'Oracy in Year 3', 'Pupils talk more', 'Report 1']) await see(again, words);
    await seeGone(again, 'Nothing yet.');
    // At /app a coordinator takes out the same.
    await open(again, 'Take out…');
    await choose(again, 'As', 'Complete archive');
    await press(again, 'Take out');
    await see(again, 'Saved among your downloads.');
    const [before, after] = [unzipSync(zip), unzipSync(await saved('-archive.zip', onPhone))];
    const evidence = (files: Unzipped) =>
      strFromU8(files['records.jsonl'] ?? new Uint8Array())
        .split('\n')
        .filter((line) => line.includes('"kind":"evidence"'))
        .sort();
    expect(evidence(after)).toEqual(evidence(before));
    expect(evidence(after)).toHaveLength(6);
    await fresh.close();
  });
});
