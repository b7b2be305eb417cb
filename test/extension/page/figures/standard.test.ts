import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../../extension/page/figures/tables.ts';
import { parsePage } from '../../../tools/parse-page.ts';
import { headersByTheStandard, type Written } from './standard.ts';

const spans = fc.constantFrom(1, 1, 1, 1, 2, 3);
const tableOf = (scopes: Written['scope'][]) =>
  fc
    .array(
      fc.array(
        fc.record({
          header: fc.boolean(),
          scope: fc.constantFrom(...scopes),
          colspan: spans,
          rowspan: fc.oneof(spans, fc.constantFrom(0, 9)),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((rows) => rows.map((row, y) => row.map((cell, x): Written => ({ ...cell, text: `c${y}.${x}` }))));

const html = (rows: Written[][]) =>
  `<table><tbody>${rows
    .map(
      (row) =>
        `<tr>${row
          .map(({ header, scope, colspan, rowspan, text }) => {
            const name = header ? 'th' : 'td';
            const said = header && scope ? ` scope=${scope}` : '';
            return `<${name}${said} colspan=${colspan} rowspan=${rowspan}>${text}</${name}>`;
          })
          .join('')}</tr>`,
    )
    .join('')}</table>`;

const ours = (rows: Written[][]) =>
  tablesOf(parsePage(html(rows))).flatMap((table) =>
    [...table.cells()].map(({ figure: { text, row, column } }) => ({
      text,
      headers: [...new Set([...row, ...column])].sort(),
    })),
  );

/** Whether the kinder reading of corners and of headers without a direction has nothing to do in a table. */
const startsWithHeader = (rows: Written[][]) => rows[0]?.[0]?.header === true;

describe('beside the Standard’s algorithms, step by step', { timeout: 60_000 }, () => {
  it('finds the same headers where each says its scope, with spans that overlap and run over', () => {
    fc.assert(
      fc.property(tableOf(['row', 'col']), (rows) => {
        expect(ours(rows)).toEqual(headersByTheStandard(rows));
      }),
      { numRuns: 500 },
    );
  });

  it('finds all of them where headers are told by their place', () => {
    fc.assert(
      fc.property(tableOf(['', '', 'row', 'col']).filter(startsWithHeader), (rows) => {
        const found = ours(rows);
        for (const [i, { text, headers }] of headersByTheStandard(rows).entries()) {
          expect(found[i]?.text).toBe(text);
          expect(found[i]?.headers).toEqual(expect.arrayContaining(headers));
        }
      }),
      { numRuns: 500 },
    );
  });
});
