import type { Page } from 'puppeteer-core';

/** One school's figures as they stand somewhere: numbers, `c` where one is withheld, `|` where the series breaks, in order. */
export interface Told {
  figures: (number | 'c' | 'z' | '|')[];
  own?: number;
  stretch?: number;
}

/** What the picture of each school draws, measured from its marks by the scale that is drawn beside them. */
export const drawn = (page: Page): Promise<{ [school: string]: Told }> =>
  page.$$eval('.charts > li', (all) => {
    const middle = (mark: Element) => {
      const { x, y, width, height } = (mark as SVGGraphicsElement).getBBox();
      return { x: x + width / 2, y: y + height / 2 };
    };
    const told = all.flatMap((item): [string, Told][] => {
      const name = item.querySelector('b')?.textContent ?? '';
      const rows = [...item.querySelectorAll('.chart-row')].map((row) => ({
        y: Number(row.getAttribute('y1')),
        value: Number.parseFloat(row.nextElementSibling?.textContent ?? ''),
      }));
      const [first, second] = rows;
      if (!first || !second) return [];
      const valueAt = (y: number) => {
        const value = first.value + ((y - first.y) * (second.value - first.value)) / (second.y - first.y);
        return Math.round(value * 10) / 10;
      };
      const marks: { x: number; told: Told['figures'][number] }[] = [];
      for (const dot of item.querySelectorAll('.chart-dot')) {
        const { x, y } = middle(dot);
        marks.push({ x, told: valueAt(y) });
      }
      for (const one of item.querySelectorAll('.chart-missing')) {
        marks.push({ x: Number(one.getAttribute('x')), told: one.textContent as 'c' | 'z' });
      }
      for (const one of item.querySelectorAll('.chart-break')) {
        marks.push({ x: Number(one.getAttribute('x1')), told: '|' });
      }
      const figures = marks.sort((a, b) => a.x - b.x).map((mark) => mark.told);
      const target = (line: string) => {
        const mark = item.querySelector(`.${line} + .chart-mark`);
        return mark ? valueAt(middle(mark).y) : undefined;
      };
      const [own, stretch] = [target('chart-own'), target('chart-stretch')];
      return [[name, { figures, ...(own !== undefined && { own }), ...(stretch !== undefined && { stretch }) }]];
    });
    return Object.fromEntries(told);
  });

/** The table beside the pictures, row by row. */
export const tabled = (page: Page): Promise<string[][]> =>
  page.$$eval('.progress-table tr', (rows) =>
    rows.map((row) => [...row.children].map(({ textContent }) => (textContent ?? '').trim())),
  );

/** What a row of that table says, in the way of the pictures. */
export function toldBy([, ...cells]: readonly string[]): Told {
  const figures = cells.slice(0, -3).flatMap((cell): Told['figures'] => {
    if (cell === '') return [];
    const breaks = cell.includes('series breaks') ? (['|'] as const) : [];
    if (cell.startsWith('Suppressed')) return [...breaks, 'c'];
    return cell.startsWith('Not produced') ? [...breaks, 'z'] : [...breaks, Number.parseFloat(cell)];
  });
  const [own = NaN, stretch = NaN] = cells.slice(-3).map((cell) => Number.parseFloat(cell));
  return { figures, ...(!Number.isNaN(own) && { own }), ...(!Number.isNaN(stretch) && { stretch }) };
}
