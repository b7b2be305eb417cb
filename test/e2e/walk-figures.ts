import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { schools } from './four-schools.ts';
import { choose, go } from './log-page.ts';
import { drawn, type Told, tabled, toldBy } from './pictures-read.ts';
import { fill, press, see, unfold } from './screens.ts';
import { pasteYear, setTargets } from './walk-steps.ts';

const { Hana, Ivo, Jo, Kim } = schools;

/** What the pictures draw in the end. */
const drawings: { [school: string]: Told } = {
  [Hana]: { figures: [22.1, 20.9, 17.6], own: 18, stretch: 15 },
  [Ivo]: { figures: [18.4, 17.9, '|', 24] },
  [Jo]: { figures: [21, 'c', 19.8] },
  [Kim]: { figures: [26, 24.4, 22.5] },
};

/** The table beside them. */
const broken = 'Not known yet: the series breaks; set the start and the target anew';
const table = (by: string) => [
  ['School', '2022/23', '2023/24', '2024/25', 'Own target', 'Stretch target', 'Where it is'],
  [Hana, '22.1% (start)', '20.9% (corrected)', '17.6%', `18% by ${by}`, `15% by ${by}`, 'Own target met'],
  [Jo, '21% (start)', 'Suppressed', '19.8%', 'Not set', 'Not set', 'On the way'],
  [Ivo, '18.4% (start)', '17.9%', '24% (series breaks here)', 'Not set', 'Not set', broken],
  [Kim, '26% (start)', '24.4%', '22.5%', 'Not set', 'Not set', 'On the way'],
  ['Lowest, middle, highest', '18.4%, 21.55%, 26%', '17.9%, 20.9%, 24.4%', '17.6%, 21.15%, 24%', '', '', ''],
];

/** What is said of them to whoever does not see them. */
const words = (by: string) => [
  `${Hana}. Start 22.1% (2022/23); now 17.6% (2024/25); own target 18% by ${by}; stretch target 15% by ${by}. Own target met.`,
  `${Jo}. Start 21% (2022/23); now 19.8% (2024/25); suppressed (2023/24). On the way.`,
  `${Ivo}. Start 18.4% (2022/23); now 24% (2024/25); the series breaks at 2024/25. ${broken}.`,
  `${Kim}. Start 26% (2022/23); now 22.5% (2024/25). On the way.`,
];

/** Two years of figures, once the schools have agreed: the pages are known when it runs. */
export function figuresOverTwoYears(pages: () => { log: Page; hana: Page; phone: Page }): void {
  describe('figures come in over two years', () => {
    let log: Page;
    let hana: Page;
    let phone: Page;
    beforeAll(() => {
      ({ log, hana, phone } = pages());
    });

    it('a head sets a target, and one that only all of them together make possible', async () => {
      await hana.bringToFront();
      await go(hana, 'so-what');
      await unfold(hana, `Targets of ${Hana}`);
      await setTargets(hana, Hana, '18', '15');
    });

    it('the first year after: three figures, and one that is withheld', async () => {
      await log.bringToFront();
      await pasteYear(log, '2023/24', ['20.3%', '17.9', 'SUPP', '24.4'], 'Write 4 figures');
      await go(log, 'so-what');
      await see(log, 'On the way');
      expect((await drawn(log))[Jo]).toEqual({ figures: [21, 'c'] });
    });

    it('a figure is revised by the head whose it is, and what stood before is kept', async () => {
      await hana.bringToFront();
      await press(hana, 'Enter a figure: Persistent absence');
      await choose(hana, 'Period', '2023/24');
      await see(hana, 'In the log: 20.3%');
      await fill(hana, 'Value in %', '20.9');
      await choose(hana, 'How settled is it?', 'Revised');
      await press(hana, 'Correct it');
      await see(hana, 'Entered: 20.9%, 2023/24');
      await press(hana, 'Done');
      await see(hana, '20.9% (corrected)');
      await log.bringToFront();
      await press(log, 'Enter a figure: Persistent absence');
      await choose(log, 'School', Hana);
      await choose(log, 'Period', '2023/24');
      await see(log, 'In the log: 20.9%');
      await unfold(log, 'What stood before');
      const before = () => log.$eval('.reading-history', ({ textContent }) => textContent).catch(() => '');
      await expect.poll(before, { timeout: 10_000 }).toMatch(/20\.3%.*Ann Archer/);
      await press(log, 'Not now');
    });

    it('the second year after: one is counted in another way', async () => {
      await pasteYear(log, '2024/25', ['17.6', '', '19.8', '22.5%'], 'Write 3 figures');
      await go(log, 'so-what');
      await press(log, 'Enter a figure: Persistent absence');
      await choose(log, 'School', Ivo);
      await choose(log, 'Period', '2024/25');
      await fill(log, 'Value in %', '24');
      await log.locator('::-p-text(It cannot be compared with earlier figures)').click();
      await press(log, 'Enter it');
      await see(log, 'Entered: 24%, 2024/25');
      await press(log, 'Done');
    });

    it('the pictures draw it, their words say it, and the table beside them says the same', async () => {
      await phone.bringToFront();
      await go(phone, 'so-what');
      for (const page of [log, hana, phone]) {
        await page.bringToFront();
        await see(page, '24% (series breaks here)');
        expect(await drawn(page)).toEqual(drawings);
        const rows = await tabled(page);
        expect(Object.fromEntries(rows.slice(1, 5).map((row) => [row[0], toldBy(row)]))).toEqual(drawings);
      }
      // Whichever year the target is for: it lies ahead of the day on which this runs.
      const by = (await tabled(log))[1]?.[4]?.slice('18% by '.length) ?? '';
      expect(by).toMatch(/^20\d\d\/\d\d$/);
      expect(await tabled(log)).toEqual(table(by));
      const said = await log.$$eval('svg.chart', (all) => all.map((one) => one.getAttribute('aria-label')));
      expect(said).toEqual(words(by));
      expect(await faultsOf(log)).toEqual([]);
    });
  });
}
