import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '../../extension/page/pdf/tables.ts';
import { pagesOf } from '../tools/pdf-pages.ts';
import { type Chromium, launchChromium } from './chromium.ts';

/** A table that somebody might print: its heads, from the outermost, its names, and its figures. */
interface Printed {
  heads: string[][];
  names: string[];
  figures: string[][];
  style: string;
}

const labels = [
  'This school',
  'National average',
  'Compared with national average',
  'Gap',
  '2022/23',
  '2023/24',
  '2024/25',
  'Percentage of pupils meeting the expected standard',
  'Number of pupils',
  'Local authority',
  'School disadvantage gap',
];
const rows = [
  'Attendance',
  'Persistent absence',
  'Pupils eligible for free school meals',
  'Reading, writing and maths',
  'All pupils',
  'Disadvantaged pupils at the end of key stage 2',
  'Boys',
  '2024/25',
  '2023/24 (final)',
  'EAL',
];

/** Numbers between 0 and 1, the same for the same seed (mulberry32, in the public domain). */
function numbers(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Tables of every look: with room or none, words in one line or several, heads over several columns. */
function madeTables(seed: number, count: number): Printed[] {
  const next = numbers(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  const some = (all: readonly string[], most: number) =>
    [...all]
      .map((one) => ({ one, at: next() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, most)
      .map(({ one }) => one);
  const figure = () =>
    next() < 0.05
      ? ''
      : pick([
          `${Math.floor(next() * 100)}%`,
          (next() * 100).toFixed(1),
          `${Math.floor(next() * 3000)}`,
          'SUPP',
          'Close to average',
          '–',
          `${(next() * 20 - 10).toFixed(1)} pp`,
        ]);
  return Array.from({ length: count }, () => {
    const columns = some(labels, 2 + Math.floor(next() * 4));
    const names = some(rows, 1 + Math.floor(next() * 6));
    const half = next() < 0.3 && columns.length > 3 ? Math.floor(columns.length / 2) : 0;
    const groups = [pick(['Reading', 'Reading in the autumn and spring terms']), 'Mathematics'];
    const cell = `padding:${pick([0, 1, 2, 4, 6, 10])}pt ${pick([4, 8, 12, 20])}pt;text-align:${pick(['left', 'right', 'center'])}`;
    return {
      heads: columns.map((one, i) => (half === 0 ? [one] : [groups[i < half ? 0 : 1] ?? '', one])),
      names,
      figures: names.map(() => columns.map(figure)),
      style: `font-size:${pick([8, 10, 12])}pt;width:${pick(['auto', '100%', '70%'])}|${cell};vertical-align:${pick(['top', 'middle', 'bottom'])}`,
    };
  });
}

function toHtml({ heads, names, figures, style }: Printed, number: number): string {
  const [ofTable = '', ofCell = ''] = style.split('|');
  const cells = (tag: string, texts: readonly string[]) =>
    texts.map((text) => `<${tag} style="${ofCell}">${text}</${tag}>`).join('');
  const name = (text: string) => `<th style="${ofCell};text-align:left">${text}</th>`;
  const groups = [...new Set(heads.flatMap((one) => (one.length > 1 ? [one[0]] : [])))];
  const over = groups.map((group) => {
    const span = heads.filter(([first]) => first === group).length;
    return `<th colspan="${span}" style="${ofCell}">${group}</th>`;
  });
  const last = heads.map((one) => one.at(-1) ?? '');
  return `<section style="break-before:page"><h2>Table ${number}</h2><table style="border-collapse:collapse;${ofTable}"><thead>
    ${over.length > 0 ? `<tr><td></td>${over.join('')}</tr>` : ''}<tr><td></td>${cells('th', last)}</tr></thead><tbody>
    ${names.map((one, i) => `<tr>${name(one)}${cells('td', figures[i] ?? [])}</tr>`).join('')}</tbody></table>
    <p>Source: made up for this.</p></section>`;
}

let chromium: Chromium;
beforeAll(async () => {
  chromium = await launchChromium({ bare: true });
}, 60_000);
afterAll(() => chromium?.close());

describe('tables that a browser printed', () => {
  it.each([1, 200, 3000])('are offered right or not at all (seed %i)', async (seed) => {
    const made = madeTables(seed, 80);
    const page = await chromium.browser.newPage();
    await page.setContent(`<style>body{font-family:"Liberation Sans"}</style>${made.map(toHtml).join('')}`);
    const pages = await pagesOf(await page.pdf({ format: 'A4' }));
    await page.close();
    let offered = 0;
    for (const one of pages) {
      const number = one.items.map(({ str }) => /^Table (\d+)$/.exec(str)?.[1]).find(Boolean);
      const table = made[Number(number)];
      for (const { columns, rows: read } of tablesOf([one])) {
        for (const { heads, cells } of read) {
          for (const [i, cell] of cells.entries()) {
            if (!cell) continue;
            offered++;
            const column = columns[i]?.join(' · ');
            const all = table?.heads.map((texts) => texts.join(' · ')) ?? [];
            // Where nothing else is called so, the head over it may be missing.
            const own = table?.heads.map((texts) => texts.at(-1)) ?? [];
            const at = Math.max(all.indexOf(column ?? ''), own.indexOf(column));
            const row = table?.names.indexOf(heads.join(' · ')) ?? -1;
            expect([number, heads, column, cell.text]).toEqual([
              number,
              [table?.names[row]],
              column,
              table?.figures[row]?.[at],
            ]);
          }
        }
      }
    }
    const all = made.flatMap(({ figures }) => figures.flat()).filter((text) => text !== '').length;
    expect(offered / all).toBeGreaterThan(0.35);
  });
});
