import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Alone, startAlone } from './alone.ts';
import { extensionBuild, extensionId } from './chromium.ts';
import { fill, press, saveCard, see, seeGone, select, textOf, typedIn } from './screens.ts';

/** The built extension without its permission to store as much as there is room for: then the browser can be told how much. */
const build = mkdtempSync(join(tmpdir(), 'goldthread-limited-'));

let alone: Alone;
let page: Page;
let panel: Page;
/** What says how much room there is holds as long as this is open. */
let session: CDPSession;
beforeAll(async () => {
  cpSync(extensionBuild, build, { recursive: true });
  const path = join(build, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.permissions = manifest.permissions.filter((name: string) => name !== 'unlimitedStorage');
  writeFileSync(path, JSON.stringify(manifest));
  alone = await startAlone({ build });
  ({ page, panel } = await alone.clip('/reading-fluency.html', 'main p'));
  session = await panel.createCDPSession();
  await alone.tap.shut();
  await saveCard(panel, 'Waiting to be sent');
  await see(panel, 'On this device');
  await page.bringToFront();
  await select(page, 'main ul li');
  await alone.chromium.pressButton(page);
  await fill(panel, 'So what for us?', 'Begun while there was room');
}, 120_000);
afterAll(async () => {
  await alone?.close();
  rmSync(build, { recursive: true, force: true });
});

/** Leaves the extension so many bytes in all; without a number, as many as there are. */
async function leaveRoom(bytes?: number): Promise<void> {
  const origin = `chrome-extension://${extensionId}/`;
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...(bytes !== undefined && { quotaSize: bytes }) });
  // The browser remembers for half a minute how much room there was.
  await expect.poll(writesFail, { timeout: 60_000, interval: 500 }).toBe(bytes !== undefined);
}

/** Whether something small finds no room, in a database of its own. */
const writesFail = () =>
  panel.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const open = indexedDB.open('room');
        open.onupgradeneeded = () => open.result.createObjectStore('things');
        open.onerror = () => resolve(true);
        open.onsuccess = () => {
          const write = open.result.transaction('things', 'readwrite');
          write.objectStore('things').put('x'.repeat(1000), 'x');
          const ended = (failed: boolean) => {
            open.result.close();
            resolve(failed);
          };
          write.oncomplete = () => ended(false);
          write.onabort = () => ended(true);
        };
      }),
  );

/** The note of the card as it is on disk. */
const onDisk = () =>
  panel.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const open = indexedDB.open('goldthread');
        open.onsuccess = () => {
          const all = open.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            open.result.close();
            resolve(all.result.map((draft: { note: string }) => draft.note));
          };
        };
      }),
  );

const full = 'This device has no room left.';

describe('a device without room', () => {
  it('says so while somebody writes, and keeps what is written where it is', async () => {
    await expect.poll(onDisk).toEqual(['Begun while there was room']);
    await leaveRoom(1);
    await alone.tap.open();
    await panel.focus('form.card textarea');
    await panel.keyboard.press('End');
    await panel.keyboard.type(', and gone on without');
    await see(panel, full);
    expect(await onDisk()).toEqual(['Begun while there was room']);
    expect(await typedIn(panel, 'So what for us?')).toBe('Begun while there was room, and gone on without');
    // Whoever types goes on typing.
    expect(await panel.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  });

  it('does not say that it saved what it could not save, and keeps the card', async () => {
    await press(panel, 'Save');
    await see(panel, 'Not saved yet.');
    await see(panel, full);
    expect(await onDisk()).toHaveLength(1);
    expect(await typedIn(panel, 'So what for us?')).toBe('Begun while there was room, and gone on without');
  });

  it('says so where something was to be taken from a page', async () => {
    await page.bringToFront();
    await select(page, 'h1');
    await alone.chromium.pressButton(page);
    await see(panel, 'Nothing was taken from the page');
  });

  it('has everything as soon as there is room: on the disk and in the log by itself, each once', async () => {
    // It was tried, and could not even be noted that it was.
    await expect.poll(() => alone.tap.sent().join('').includes('/api/'), { timeout: 60_000 }).toBe(true);
    await leaveRoom();
    await expect.poll(onDisk, { timeout: 20_000 }).toEqual(['Begun while there was room, and gone on without']);
    await seeGone(panel, 'On this device');
    await press(panel, 'Save');
    await see(panel, 'Saved on this device.');
    await seeGone(panel, full);
    const notes = ['Waiting to be sent', 'Begun while there was room, and gone on without'];
    await panel.waitForFunction(() => document.querySelectorAll('.log-list .entry').length === 2, { polling: 100 });
    const inLog = await panel.$$eval('.log-list .entry-note', (found) => found.map(({ textContent }) => textContent));
    expect(inLog.sort()).toEqual(notes.sort());
    await expect.poll(async () => (await textOf(panel)).split('In the log').length - 1, { timeout: 20_000 }).toBe(2);
  });
});
