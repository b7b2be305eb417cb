import { describe, expect, it } from 'vitest';
import { complete } from '../../../extension/evidence/search/completion.ts';
import { facets } from '../replica/search/searched.ts';

/** The line with the offer taken, at the place marked with `|`. */
function taken(marked: string, pick = 0): string | undefined {
  const at = marked.indexOf('|');
  const line = marked.replace('|', '');
  const { offers, from, to } = complete(line, at, facets);
  const offer = offers[pick];
  return offer && line.slice(0, from) + offer.text + line.slice(to).trimStart();
}

const labels = (line: string) => complete(line, line.length, facets).offers.map(({ label }) => label);

describe('what is offered in the line of a search', () => {
  it('are the values of a name, by any word of theirs', () => {
    expect(labels('priority:')).toEqual(['Every child reads fluently', 'Every child attends', 'none']);
    expect(labels('fluency priority:flu')).toEqual(['Every child reads fluently']);
    expect(labels('priority:"every child att')).toEqual(['Every child attends']);
    expect(labels('-by:an')).toEqual(['Ann Archer']);
    expect(labels('with:')).toEqual(['withdrawn']);
    expect(labels('priority:xyz')).toEqual([]);
  });

  it('are names and values that a word may be the beginning of', () => {
    expect(labels('sch')).toEqual(['school:']);
    expect(labels('rea')).toEqual(['Every child reads fluently', 'reading']);
    expect(labels('st')).toEqual(['strong', 'statistics', 'stance:', 'strength:', 'strand:']);
    expect(labels('"rea')).not.toContain('reading');
  });

  it('stand in the line in the place of what was typed, quoted where they have gaps', () => {
    expect(taken('fluency flu| -phonics')).toBe('fluency priority:"Every child reads fluently" -phonics');
    expect(taken('priority:"every ch|ild" x')).toBe('priority:"Every child reads fluently" x');
    expect(taken('-tag:yea|')).toBe('-tag:"year 3" ');
    expect(taken('ta|')).toBe('tag:');
  });
});
