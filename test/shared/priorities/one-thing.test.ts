import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import { hashOf, linkToThing, thingFor, thingIn } from '../../../shared/priorities/one-thing.ts';

const [a, b] = [newId(), newId()];
const things = [
  { what: 'reading', indicator: a, school: b, period: 'term:2024:autumn-spring' },
  { what: 'agree', priority: a, school: b },
  { what: 'sign', review: a, school: b },
] as const;

describe('a link for one thing', () => {
  it.each(things)('leads to it: $what', (thing) => {
    const link = linkToThing('https://x.example/', thing);
    expect(link).toMatch(/^https:\/\/x\.example\/app\/#\/do\//);
    expect(thingIn(new URL(link).hash)).toEqual(thing);
    expect(thingIn(hashOf(thing).slice(2))).toEqual(thing);
  });

  it('leads nowhere else', () => {
    for (const hash of [
      '',
      '#/do',
      `#/do/agree/${a}`,
      `#/do/agree/${a}/${b}/x`,
      `#/do/sign/${a}`,
      `#/do/sign/${a}/${b}/x`,
      `#/do/reading/${a}/${b}`,
      `#/do/reading/${a}/${b}/ay:20`,
      `#/do/reading/${a}/${b}/%E0%A4%A`,
      `#/do/reading/x/${b}/ay:2024`,
      `#/log/reading/${a}/${b}/ay:2024`,
    ]) {
      expect(thingIn(hash), hash).toBeUndefined();
    }
  });

  it('is there for a figure and for a word on a priority', () => {
    const reading = { what: 'reading', indicator: a, school: b, period: 'ay:2024' } as const;
    expect(thingFor({ ...reading, month: '2025-07', standing: 'due' })).toEqual(reading);
    expect(thingFor({ what: 'agreement', priority: a, school: b })).toEqual(things[1]);
    expect(thingFor({ what: 'noticing', priority: a, school: b })).toBeUndefined();
  });
});
