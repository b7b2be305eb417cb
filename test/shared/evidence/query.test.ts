import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asksAnything,
  facetNames,
  longestQuery,
  narrowed,
  parseQuery,
  printQuery,
  settingNames,
  spanOf,
  type Term,
  without,
} from '../../../shared/evidence/query.ts';

const word = (text: string, not = false): Term => ({ is: 'word', text, not });
const phrase = (text: string, not = false): Term => ({ is: 'phrase', text, not });
const named = (name: Extract<Term, { is: 'named' }>['name'], value: string, not = false): Term => ({
  is: 'named',
  name,
  value,
  not,
});

describe('a line of a search', () => {
  it('has words, phrases, names, and what must not be', () => {
    expect(
      parseQuery('ten minutes "read  aloud" -phonics -"by rote" priority:"Every child reads" -Tag:oracy from:2025-09'),
    ).toEqual([
      word('ten'),
      word('minutes'),
      phrase('read aloud'),
      word('phonics', true),
      phrase('by rote', true),
      named('priority', 'Every child reads'),
      named('tag', 'oracy', true),
      named('from', '2025-09'),
    ]);
  });

  it('takes as words what it does not understand', () => {
    expect(parseQuery('colour:red from:spring - https://a.example 10:30')).toEqual([
      word('colour:red'),
      word('from:spring'),
      word('-'),
      word('https://a.example'),
      word('10:30'),
    ]);
  });

  it('waits for what is only begun', () => {
    expect(parseQuery('tag:')).toEqual([named('tag', '')]);
    expect(asksAnything(parseQuery('tag: sort:newest ""'))).toBe(false);
    expect(parseQuery('"read alo')).toEqual([phrase('read alo')]);
    expect(parseQuery('priority:"Every ch')).toEqual([named('priority', 'Every ch')]);
    expect(asksAnything(parseQuery('to:20'))).toBe(true);
    expect(spanOf('20')).toBeUndefined();
  });

  it('takes typographic quotation marks too', () => {
    expect(parseQuery('“read aloud”')).toEqual([phrase('read aloud')]);
  });

  it('is read the same once it was printed, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('tag:', 'from:', '"', '-', ' ', 'a', '2025', 'stance:none', '“', 'sort:newest', ':'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (line) => {
        const query = parseQuery(line);
        expect(parseQuery(printQuery(query))).toEqual(query);
      }),
      { numRuns: 500 },
    );
  });

  it('is printed so that it means what was put together', () => {
    const value = fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.replace(/[\s"“”]+/g, ' ').trim());
    const term = fc.oneof(
      fc.record({ is: fc.constant('phrase' as const), text: value.filter(Boolean), not: fc.boolean() }),
      fc.record({
        is: fc.constant('named' as const),
        name: fc.constantFrom(...facetNames, ...settingNames.filter((name) => name !== 'from' && name !== 'to')),
        value,
        not: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(fc.array(term, { maxLength: 8 }), (query) => {
        expect(parseQuery(printQuery(query))).toEqual(query);
      }),
    );
  });

  it('is no longer than it may be', () => {
    expect(parseQuery('a'.repeat(longestQuery + 50))).toEqual([word('a'.repeat(longestQuery))]);
  });
});

describe('a query', () => {
  it('is narrowed by one thing more, or by another where an entry has one of it', () => {
    const query = parseQuery('fluency tag:oracy -tag:maths stance:context -stance:none');
    expect(printQuery(narrowed(query, 'tag', 'Year "3"'))).toBe(`${printQuery(query)} tag:"Year '3'"`);
    expect(printQuery(narrowed(query, 'tag', 'oracy'))).toBe(
      'fluency -tag:maths stance:context -stance:none tag:oracy',
    );
    expect(printQuery(narrowed(query, 'stance', 'supports'))).toBe(
      'fluency tag:oracy -tag:maths -stance:none stance:supports',
    );
    expect(printQuery(without(query, 'tag'))).toBe('fluency stance:context -stance:none');
  });

  it('knows when a day, a month and a year begin and end', () => {
    const at = (...parts: [number, number, number]) => new Date(...parts).getTime();
    expect(spanOf('2025')).toEqual({ from: at(2025, 0, 1), to: at(2026, 0, 1) });
    expect(spanOf('2025-12')).toEqual({ from: at(2025, 11, 1), to: at(2026, 0, 1) });
    expect(spanOf('2024-02-29')).toEqual({ from: at(2024, 1, 29), to: at(2024, 2, 1) });
    // Half typed: the year so far.
    expect(spanOf('2025-1')).toEqual(spanOf('2025'));
    expect(spanOf('2025-13')).toBeUndefined();
  });
});
