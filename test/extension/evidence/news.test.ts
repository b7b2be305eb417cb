import { describe, expect, it } from 'vitest';
import { newsAmong } from '../../../extension/evidence/news.ts';
import type { LogRow } from '../../../extension/replica/log-rows.ts';
import { sinceWords } from '../../../extension/ui/since-words.ts';

const row = (at: number, by = 'Ann', state: LogRow['state'] = 'there'): LogRow => ({
  id: `${at}`,
  seq: at,
  at,
  by,
  state,
  priorities: [],
  tags: [],
  stance: undefined,
  source: undefined,
  wording: 0,
});

/** A Thursday, in whatever zone the machine is. */
const now = new Date(2026, 10, 26, 21, 0).getTime();
const tuesday = new Date(2026, 10, 24, 14, 5).getTime();

describe('what is new in the log', () => {
  const looked = { at: tuesday, newest: 2 };

  it('is what colleagues added after the newest that was there', () => {
    const rows = [row(5), row(4, 'Me'), row(3), row(2), row(1)];
    expect(newsAmong(rows, looked, 'Me', now)).toEqual({ words: '2 new since Tuesday', first: '3', boundary: 3 });
  });

  it('is nothing where nobody ever looked, or only we ourselves added something, or it is gone again', () => {
    expect(newsAmong([row(5)], undefined, 'Me', now)).toBeUndefined();
    expect(newsAmong([row(2), row(1)], looked, 'Me', now)).toBeUndefined();
    expect(
      newsAmong([row(5, 'Me'), row(4, '', 'erased'), row(3, 'Ann', 'withdrawn')], looked, 'Me', now),
    ).toBeUndefined();
  });

  it('may be all that there is', () => {
    expect(newsAmong([row(5), row(4)], looked, 'Me', now)).toMatchObject({ first: '4', boundary: 2 });
  });
});

describe('since', () => {
  it.each([
    [new Date(2026, 10, 26, 14, 5), '14:05'],
    [new Date(2026, 10, 25, 23, 59), 'yesterday'],
    [new Date(2026, 10, 20, 8, 0), 'Friday'],
    [new Date(2026, 10, 19, 8, 0), '19 November'],
    [new Date(2025, 2, 3, 8, 0), '3 March 2025'],
  ])('%s is %s', (at, words) => {
    expect(sinceWords(at.getTime(), now)).toBe(words);
  });
});
