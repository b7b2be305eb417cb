import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Alone, startAlone } from './alone.ts';
import { saveCard, see, seeGone, textOf } from './screens.ts';

let alone: Alone;
beforeAll(async () => {
  alone = await startAlone();
}, 120_000);
afterAll(() => alone?.close());

describe('without a connection', () => {
  it('works from the first second after joining, says so quietly, and catches up by itself', async () => {
    await alone.tap.shut();
    const { panel, quote } = await alone.clip('/reading-fluency.html', 'main p');
    await saveCard(panel, 'Saved on the train');
    await see(panel, 'On this device');
    await see(panel, 'Offline');
    expect(await textOf(panel)).toContain(quote);
    await alone.tap.open();
    await see(panel, 'In the log');
    await seeGone(panel, 'Offline');
  });

  it('loses nothing when the browser is killed right after saving', async () => {
    await alone.tap.shut();
    const { panel } = await alone.clip('/transition-guidance.html', 'main p');
    await saveCard(panel, 'Saved just in time');
    await see(panel, 'On this device');
    await alone.chromium.kill();
    await alone.again();
    const later = await alone.chromium.open('sidepanel');
    await see(later, 'Saved just in time');
    await see(later, 'On this device');
    await alone.tap.open();
    await see(later, 'In the log');
    await seeGone(later, 'On this device');
    await later.close();
  });

  it('keeps a card in hand when the browser is killed while it is written', async () => {
    const { panel, quote } = await alone.clip('/absence-statistics.html', 'h1');
    await panel.locator('form.card textarea').fill('Half a thought');
    await panel.waitForFunction(
      () =>
        new Promise((resolve) => {
          const open = indexedDB.open('goldthread');
          open.onsuccess = () => {
            const all = open.result.transaction('drafts').objectStore('drafts').getAll();
            all.onsuccess = () => {
              open.result.close();
              resolve(all.result.some((draft: { note: string }) => draft.note === 'Half a thought'));
            };
          };
        }),
    );
    await alone.chromium.kill();
    await alone.again();
    const later = await alone.chromium.open('sidepanel');
    await see(later, quote);
    expect(await later.$eval('form.card textarea', (field) => (field as HTMLTextAreaElement).value)).toBe(
      'Half a thought',
    );
    await later.close();
  });
});

describe('the background', () => {
  it('may be ended at any moment: the button works, and nothing is forgotten', async () => {
    await alone.chromium.killBackground();
    const { panel } = await alone.clip('/ofsted-report-card.html', 'main p');
    await alone.chromium.killBackground();
    await saveCard(panel, 'Saved without a background');
    await see(panel, 'Saved without a background');
    await see(panel, 'In the log');
  });
});

describe('browsing with the panel open', () => {
  it('sends the Worker nothing, over a hundred pages', async () => {
    const { panel, page } = await alone.clip('/reading-fluency.html', 'main p ~ p');
    await saveCard(panel, 'The last thing saved');
    await see(panel, 'The last thing saved');
    await seeGone(panel, 'On this device');
    alone.tap.sent();
    const pages = ['index', 'reading-fluency', 'transition-guidance', 'absence-statistics', 'ofsted-report-card'];
    for (let i = 0; i < 100; i++) await page.goto(`${alone.site.address}/${pages[i % pages.length]}.html?page=${i}`);
    expect(alone.tap.sent()).toEqual([]);
  });
});
