import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Alone, startAlone } from './alone.ts';
import { saveCard, see, seeGone, textOf } from './screens.ts';
import { recordsIn } from './stored.ts';

let alone: Alone;
beforeAll(async () => {
  alone = await startAlone();
}, 120_000);
afterAll(() => alone?.close());

/** What of a page's has come to life in the panel: elements that we never make, and what their scripts would set. */
const alive = () => ({
  foreign: document.querySelectorAll('script:not([type=module]), img[src=x], svg[onload], iframe, [onerror]').length,
  broken: 'broken' in window,
});
const nothing = { foreign: 0, broken: false };

describe('a page made to do harm', () => {
  it('gives its words, title and metadata as text, wherever they are shown', async () => {
    const { panel, quote, page } = await alone.clip('/markup.html', '#here');
    expect(quote).toContain('<img src=x onerror=top.broken=1>');
    await see(panel, '<script>top.broken = 1</script> <img src=x onerror=top.broken=1>');
    await see(panel, '<img src=x onerror="top.broken=1">');
    expect(await panel.evaluate(alive)).toEqual(nothing);
    await saveCard(panel, '<b>So what</b> for {{us}}?');
    await see(panel, '<b>So what</b> for {{us}}?');
    await seeGone(panel, 'On this device');
    expect(await panel.evaluate(alive)).toEqual(nothing);
    await page.close();
  });

  it('hides nothing of its own behind names', async () => {
    const { panel, page } = await alone.clip('/clobbered.html', '#here');
    await see(panel, 'Words inside a form that hides its own.');
    await see(panel, 'A page that hides what a page has');
    await saveCard(panel, 'Clobbered');
    await seeGone(panel, 'On this device');
    await page.close();
  });

  it('is read however deep and wide it is', async () => {
    const { panel, page } = await alone.clip('/deep.html', '#here');
    await see(panel, 'The words that matter.');
    await saveCard(panel, 'Deep and wide');
    await seeGone(panel, 'On this device');
    await page.close();
  });

  it('is not believed when it speaks as if it were ours, and moves no focus of ours', async () => {
    const page = await alone.chromium.browser.newPage();
    await page.goto(`${alone.site.address}/pretender.html`);
    // By mouse: this page tells its own scripts lies about what is selected.
    await page.locator('#here').click({ count: 3 });
    await alone.chromium.pressButton(page);
    const panel = await alone.chromium.panel();
    await see(panel, 'The words that are really here.');
    await panel.waitForSelector('form.card textarea');
    await panel.focus('form.card textarea');
    // Long enough for hundreds of its attempts.
    const before = await page.evaluate(() => performance.now());
    await page.waitForFunction((from) => performance.now() - from > 1500, { polling: 100 }, before);
    await panel.keyboard.type('Written in peace');
    expect(await panel.$eval('form.card textarea', (field) => (field as HTMLTextAreaElement).value)).toBe(
      'Written in peace',
    );
    expect(await panel.$$('form.card')).toHaveLength(1);
    expect(await textOf(panel)).not.toContain('a lie');
    await saveCard(panel, 'Written in peace');
    await seeGone(panel, 'On this device');
    expect(await textOf(panel)).not.toContain('a lie');
    await page.close();
  });

  it('is kept within bounds: a title, an address, authors and a text without end', async () => {
    const { panel, page } = await alone.clip('/huge.html', '#here');
    await see(panel, 'A few words.');
    await saveCard(panel, 'Bounded');
    await see(panel, 'Bounded');
    await seeGone(panel, 'On this device');
    expect(await textOf(panel)).not.toContain('Refused');
    expect((await textOf(panel)).length).toBeLessThan(30_000);

    await page.bringToFront();
    await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
    await alone.chromium.pressButton(page);
    await see(panel, 'That is more than a quote.');
    await page.close();
  });

  it('leaves each clip in the log, once', async () => {
    const panel = await alone.chromium.panel();
    // Of the list on the screen only what is near what is seen is there.
    const notesNow = async () => (await recordsIn(panel, 'evidence')).map(({ body }) => String(body?.note));
    for (const note of ['for {{us}}?', 'Clobbered', 'Deep and wide', 'Written in peace', 'Bounded']) {
      await expect.poll(async () => (await notesNow()).filter((one) => one.includes(note)).length).toBe(1);
    }
  });
});
