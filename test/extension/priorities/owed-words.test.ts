import { describe, expect, it } from 'vitest';
import { owedMessage, owedWhen, owedWords } from '../../../extension/priorities/owed-words.ts';
import { newId } from '../../../shared/ids.ts';
import type { Owed } from '../../../shared/priorities/due.ts';
import { thingIn } from '../../../shared/priorities/one-thing.ts';
import { newFigures } from '../../shared/priorities/figures.ts';

const [p, i, s] = [newId(), newId(), newId()];
const figures = newFigures();
figures.priority(p, { title: 'Reading' });
figures.indicator(i, { name: 'Absence' });
const reading: Owed = {
  ...{ what: 'reading', school: s, indicator: i, period: 'term:2026:autumn' },
  ...{ month: '2026-12', standing: 'due' },
};
const owed: Owed[] = [
  reading,
  { what: 'baseline', school: s, indicator: i, priority: p },
  { what: 'target', school: s, indicator: i, priority: p },
  { what: 'stretch', school: s, indicator: i, priority: p },
  { what: 'noticing', school: s, priority: p },
  { what: 'agreement', school: s, priority: p },
];

describe('what is owed, in words', () => {
  it('names what it is about', () => {
    expect(owed.map((one) => owedWords(one, figures))).toEqual([
      'Absence: the figure for Autumn term 2026/27',
      'Absence: where you start from',
      'Absence: your own target',
      'Absence: your stretch target',
      'Reading: what you noticed in the figures',
      'Reading: agree, or say what stands in the way',
    ]);
  });

  it('says when, without blame', () => {
    const standings = ['overdue', 'due', 'coming'] as const;
    expect(standings.map((standing) => owedWhen({ ...reading, standing }))).toEqual([
      'open since December 2026',
      'due this month',
      'comes out in December 2026',
    ]);
    expect(owedWhen({ what: 'noticing', school: s, priority: p })).toBe('open');
  });

  it('makes a message with links that lead to the things themselves', () => {
    const telling = { ...figures, school: 'Amberwick', cluster: 'Kestrel Vale', owed };
    const text = owedMessage({ ...telling, address: 'https://x.example' });
    const links = text.match(/https:\S+/g) ?? [];
    expect(links.at(-1)).toBe('https://x.example/app/#/so-what/due');
    expect(links.slice(0, -1).map((link) => thingIn(new URL(link).hash))).toEqual([
      { what: 'reading', indicator: i, school: s, period: 'term:2026:autumn' },
      { what: 'agree', priority: p, school: s },
    ]);
    expect(text).toContain('Dear colleagues at Amberwick,');
    expect(text).not.toMatch(/overdue|late|failed|!/i);
    expect(owedMessage(telling)).not.toContain('http');
    expect(owedMessage({ ...telling, owed: [reading] })).toContain('One thing is still open for Kestrel Vale:');
  });
});
