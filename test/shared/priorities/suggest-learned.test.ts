import { describe, expect, it } from 'vitest';
import { suggest } from '../../../shared/priorities/suggest.ts';
import {
  type Example,
  type Learned,
  learn,
  learnAll,
  nothingLearned,
  unlearn,
} from '../../../shared/priorities/suggest-learned.ts';

const priorities = [
  { id: 'reading', title: 'Every child a fluent reader' },
  { id: 'attendance', title: 'Raising attendance' },
  { id: 'forest', title: 'Learning outside' },
];

/** Notes of a school in a town called Reading: they name it, and are about something else each time. */
const fromTheTown = [
  'Reading schools will share a minibus for swimming. Reading has two pools that schools can book.',
  'The Reading schools’ choir sings at the town hall. All schools in Reading may send ten pupils.',
  'Reading council has set school term dates. Schools in Reading break up a day later than in Slough.',
  'A new footbridge will help pupils to walk to schools in Reading. Work in Reading starts in May.',
  'Reading schools raised £4,000 for the hospice. Reading families baked cakes for the stall.',
  'The Reading heads’ supper is on the 9th. Teachers from all Reading schools are welcome.',
  'School meals in Reading will come from a new kitchen. Reading schools asked for more vegetables.',
  'Reading pupils won the county chess cup. Three schools in Reading sent a team.',
  'Parking near Reading schools is to be banned. Parents in Reading will have to walk a little.',
  'Photographs of old Reading schools are on show. Pupils in Reading drew their own town.',
];
const another =
  'The mayor will open the garden at one of the Reading schools. Pupils from all over Reading planted it.';
const genuine =
  'Pupils who cannot decode need daily phonics. Weaker readers practise fluency with books that match their sounds.';

const is = (id: string, text: string, learned?: Learned | Example[]) =>
  suggest(text, priorities, learned).find(({ priorityId }) => priorityId === id);

describe('what a cluster teaches', () => {
  it('does not make a wrong suggestion again that was corrected ten times', () => {
    let learned = nothingLearned;
    expect(is('reading', another)?.suggested).toBe(true);
    for (const text of fromTheTown) {
      expect(is('reading', text)?.suggested).toBe(true);
      learned = learn(learned, { text, priorities: [] }, priorities);
    }
    expect(is('reading', another, learned)?.suggested).toBe(false);
    for (const text of fromTheTown) expect(is('reading', text, learned)?.suggested).toBe(false);
    // And it is still right about what it was right about.
    expect(is('reading', genuine, learned)?.suggested).toBe(true);
  });

  it('grows surer with each correction', () => {
    let learned = nothingLearned;
    let before = is('reading', another)?.score ?? 0;
    for (const text of fromTheTown) {
      learned = learn(learned, { text, priorities: [] }, priorities);
      const score = is('reading', another, learned)?.score ?? 1;
      expect(score).toBeLessThan(before);
      before = score;
    }
  });

  it('makes a suggestion that the field’s words cannot, and says by which words', () => {
    const outside = (n: number) =>
      `Group ${n} built a den in the woods, lit a fire and cooked over it. The den kept out the rain.`;
    const next = 'They made a den among the trees and a fire to cook on, in spite of rain.';
    expect(is('forest', next)?.suggested).toBe(false);
    const learned = learnAll(
      [1, 2, 3, 4, 5, 6].map((n) => ({ text: outside(n), priorities: ['forest'] })),
      priorities,
    );
    const found = is('forest', next, learned);
    expect(found?.suggested).toBe(true);
    expect(found?.reasons).toEqual(expect.arrayContaining(['den', 'fire']));
  });

  it('is the same from a list as from what was kept, and survives being stored', () => {
    const examples = fromTheTown.map((text) => ({ text, priorities: [] }));
    const learned = learnAll(examples, priorities);
    expect(suggest(another, priorities, learned)).toEqual(suggest(another, priorities, examples));
    const stored = JSON.parse(JSON.stringify(learned)) as Learned;
    expect(suggest(another, priorities, stored)).toEqual(suggest(another, priorities, learned));
    expect(suggest(another, priorities, nothingLearned)).toEqual(suggest(another, priorities));
  });

  it('forgets one example as if it had never been', () => {
    const [first, ...rest] = fromTheTown.map((text) => ({ text, priorities: ['attendance'] }));
    const all = learnAll(first ? [first, ...rest] : rest, priorities);
    const without = first ? unlearn(all, first, priorities) : all;
    const never = learnAll(rest, priorities);
    expect(without.n).toBe(never.n);
    expect(without.met).toEqual(never.met);
    for (const { id } of priorities) {
      const score = is(id, another, never)?.score ?? 0;
      expect(is(id, another, without)?.score).toBeCloseTo(score, 2);
    }
    expect(rest.reduce((left, one) => unlearn(left, one, priorities), without)).toMatchObject({ n: 0, met: {} });
  });

  it('changes nothing that it is given', () => {
    const before = learnAll([{ text: genuine, priorities: ['reading'] }], priorities);
    const copy = structuredClone(before);
    learn(before, { text: another, priorities: [] }, priorities);
    unlearn(before, { text: genuine, priorities: ['reading'] }, priorities);
    expect(before).toEqual(copy);
    expect(nothingLearned).toEqual({ v: 1, n: 0, met: {}, differed: {} });
  });

  it('keeps no passage, and stays small however much is tagged', () => {
    const examples = Array.from({ length: 300 }, (_, i) => {
      const odd = Array.from({ length: 40 }, (__, j) => `word${(i * 40 + j).toString(36)}x`).join(' ');
      return { text: `${fromTheTown[i % 10]} ${odd}`, priorities: [] };
    });
    const learned = learnAll(examples, priorities);
    expect(learned.n).toBe(300);
    expect(JSON.stringify(learned).length).toBeLessThan(600_000);
    expect(is('reading', another, learned)?.suggested).toBe(false);
    expect(is('reading', genuine, learned)?.suggested).toBe(true);
  });

  it('takes what comes', () => {
    const odd = { text: 'constructor __proto__ toString hasOwnProperty', priorities: ['__proto__', 'none such'] };
    const learned = learn(nothingLearned, odd, [...priorities, { id: '__proto__', title: 'constructor' }]);
    expect(suggest(odd.text, priorities, learned)).toHaveLength(3);
    expect(unlearn(nothingLearned, odd, priorities).n).toBe(0);
    expect(learn(nothingLearned, { text: '', priorities: [] }, []).n).toBe(1);
  });
});
