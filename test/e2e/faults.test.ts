import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Alone, startAlone } from './alone.ts';
import { press, saveCard, see, seeGone, textOf } from './screens.ts';
import { recordsIn } from './stored.ts';

/** What only a request with this entry's action has in it, whatever else is asked meanwhile. */
const sending = '"evidence.save"';

let alone: Alone;
let panel: Page;
const saved: string[] = [];
beforeAll(async () => {
  alone = await startAlone({ apart: true });
  panel = await alone.chromium.open('sidepanel');
  await see(panel, 'Nothing yet.');
}, 120_000);
afterAll(() => alone?.close());

/** Saves a note. */
async function write(note: string): Promise<void> {
  await press(panel, 'Write a note');
  await saveCard(panel, note);
  await see(panel, note);
  saved.push(note);
}

/** Saves notes one after the other as fast as the card lets them go. */
const writeAll = async (notes: readonly string[]): Promise<void> => {
  for (const note of notes) {
    await press(panel, 'Write a note');
    await saveCard(panel, note);
    await panel.waitForFunction(() => !document.querySelector('form.card'), { polling: 10 });
  }
};

/** Every note that was ever saved is in the log, each exactly once, and nothing waits. */
async function isWhole(): Promise<void> {
  await seeGone(panel, 'On this device');
  expect(await textOf(panel)).not.toContain('Refused');
  // The list has only what is near what is seen; what came from the cluster is in the records.
  const inLog = async () => (await recordsIn(panel, 'evidence')).map(({ body }) => String(body?.note)).sort();
  await expect.poll(inLog, { timeout: 30_000 }).toEqual([...saved].sort());
}

describe('each fault ends with every clip in the log exactly once', () => {
  it('the Worker cannot be reached', async () => {
    await alone.tap.shut();
    await write('Without a Worker');
    await see(panel, 'On this device');
    await alone.tap.open();
    await isWhole();
  });

  it('the Worker answers 500', async () => {
    alone.tap.fail(sending);
    await write('Through a storm');
    await expect.poll(() => alone.tap.met(), { timeout: 10_000 }).toBeGreaterThan(0);
    await see(panel, 'On this device');
    alone.tap.fail(undefined);
    await isWhole();
  });

  it('its answer is cut off half way through a batch', async () => {
    await alone.tap.shut();
    await write('First of a batch');
    await write('Second of a batch');
    await write('Third of a batch');
    alone.tap.cut(sending, 300);
    await alone.tap.open();
    await expect.poll(() => alone.tap.met(), { timeout: 30_000 }).toBeGreaterThan(0);
    alone.tap.cut(undefined);
    await isWhole();
  });

  it('its answer comes after the client has given up', async () => {
    alone.tap.late(sending);
    await write('Said too late');
    // The client's patience is 20 seconds, and is not made shorter for a test.
    await expect.poll(() => alone.tap.met(), { timeout: 30_000 }).toBeGreaterThan(0);
    alone.tap.late(undefined);
    await isWhole();
  });

  it('the Worker is killed in the middle of a burst', async () => {
    // All at once: some arrive, some are under way, some were never sent.
    const notes = Array.from({ length: 12 }, (_, i) => `In a burst, ${String(i + 1).padStart(2, '0')}`);
    const burst = writeAll(notes);
    await expect.poll(() => alone.tap.sent().join('').includes(sending), { timeout: 20_000, interval: 5 }).toBe(true);
    await alone.killWorker();
    await burst;
    saved.push(...notes);
    await see(panel, 'On this device');
    await alone.restartWorker();
    await isWhole();
  });

  it('the browser is killed right after saving', async () => {
    await alone.tap.shut();
    await write('Before the battery died');
    await see(panel, 'On this device');
    await alone.chromium.kill();
    await alone.again();
    panel = await alone.chromium.open('sidepanel');
    await see(panel, 'Before the battery died');
    await alone.tap.open();
    await isWhole();
  });
});
