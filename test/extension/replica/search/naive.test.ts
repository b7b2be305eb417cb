import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LogRow, newestFirst, rowOf } from '../../../../extension/replica/log-rows.ts';
import { parseQuery } from '../../../../shared/evidence/query.ts';
import { tagKey } from '../../../../shared/evidence/tags.ts';
import { stemOf } from '../../../../shared/priorities/suggest-words.ts';
import type { Record } from '../../../../shared/record.ts';
import { begun, day, logOf, nextSeq, over, record } from './searched.ts';

describe('whatever is asked', () => {
  const vocabulary = ['read', 'reads', 'reading', 'ready', 'class', 'classes', 'plan', 'planned', 'a', 'naïve', '12'];
  const words = fc.array(fc.constantFrom(...vocabulary), { maxLength: 6 }).map((all) => all.join(' '));
  const entry = fc.record({
    note: words,
    tags: fc.uniqueArray(fc.constantFrom('Oracy', 'reading', 'year 3'), { maxLength: 2 }),
    priorities: fc.uniqueArray(fc.constantFrom('p-read', 'p-attend'), { maxLength: 2 }),
    stance: fc.constantFrom('supports', 'challenges', null),
    by: fc.constantFrom('m-ann', 'm-ben'),
    days: fc.nat(400),
    withdrawn: fc.constantFrom(null, null, begun),
  });
  const sign = fc.constantFrom('', '', '', '-');
  const term = fc.oneof(
    fc.tuple(sign, fc.constantFrom(...vocabulary)).map((parts) => parts.join('')),
    fc.tuple(sign, words.filter(Boolean)).map(([not, text]) => `${not}"${text}"`),
    fc
      .tuple(
        sign,
        fc.constantFrom('tag:oracy', 'tag:none', 'priority:attend', 'stance:none', 'stance:supports', 'by:me'),
      )
      .map((parts) => parts.join('')),
    fc.constantFrom('from:2026', 'to:2026-02', 'with:withdrawn', 'sort:newest'),
  );

  /** What one entry has to be, told in the plainest way. */
  function naive(line: string, row: LogRow & { note: string }): boolean {
    const query = parseQuery(line);
    const noted = row.note.normalize('NFKD').replace(/\p{M}/gu, '');
    const all = [...noted.split(' '), ...row.tags.map((tag) => tag.toLowerCase()).flatMap((tag) => tag.split(' '))];
    const any = new Map<string, boolean>();
    if (row.state === 'withdrawn' && !line.includes('with:withdrawn')) return false;
    for (const [i, one] of query.entries()) {
      let is: boolean;
      if (one.is === 'named') {
        if (one.name === 'with' || one.name === 'sort') continue;
        const has = {
          tag: row.tags.length === 0 ? one.value === 'none' : row.tags.some((tag) => tagKey(tag) === one.value),
          priority: row.priorities.includes('p-attend'),
          stance: (row.stance ?? 'none') === one.value,
          by: row.by === 'm-ann',
          from: row.at >= new Date(2026, 0, 1).getTime(),
          to: row.at < new Date(2026, 2, 1).getTime(),
        }[one.name as 'tag'];
        if (one.not && has) return false;
        if (!one.not && ['stance', 'by'].includes(one.name)) any.set(one.name, (any.get(one.name) ?? false) || has);
        else if (!one.not && !has) return false;
        continue;
      }
      const text = one.text.normalize('NFKD').replace(/\p{M}/gu, '');
      if (one.is === 'phrase') is = ` ${all.join(' ')} `.includes(` ${text} `);
      else {
        const begins = i === query.length - 1 && !one.not;
        is = all.some((word) => stemOf(word) === stemOf(text) || (begins && word.startsWith(text)));
      }
      if (is === one.not) return false;
    }
    return [...any.values()].every(Boolean);
  }

  it('is answered as by looking at each entry, through edits too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { minLength: 1, maxLength: 30 }),
        fc.array(entry, { maxLength: 10 }),
        fc.array(fc.array(term, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        async (before, edits, lines) => {
          const make = ({ days, ...body }: (typeof before)[number]) => record(body.note, body, begun + days * day);
          const records = before.map(make);
          const { take, ids } = await over(logOf(records));
          for (const [i, { days: _, ...body }] of edits.entries()) {
            const old = records[i % records.length] as Record;
            const at = (old.body as { at: number }).at;
            records[i % records.length] = { ...old, seq: nextSeq(), body: { ...(old.body as object), ...body, at } };
          }
          await take(logOf(records));
          for (const line of lines.map((terms) => terms.join(' '))) {
            const wanted = records
              .map((one) => ({ ...rowOf(one, true), note: (one.body as { note: string }).note }))
              .filter((row) => naive(line, row))
              .sort(newestFirst)
              .map(({ id }) => id);
            expect(ids(`${line} `.trim()).toSorted(), line).toEqual(wanted.toSorted());
            expect(ids(`sort:newest ${line}`), line).toEqual(wanted);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
