import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import { addIndicator } from '../../../shared/priorities/indicator.ts';
import { withdrawReading } from '../../../shared/priorities/reading.ts';
import { keyOf } from '../../../shared/record.ts';
import { addCitation } from '../../../shared/reviews/citation.ts';
import { correctReview, refreshReview } from '../../../shared/reviews/review.ts';
import { Section } from '../../../shared/reviews/review-kind.ts';
import { isOpenLicence, shortened } from '../../../shared/reviews/safe-quotations.ts';
import { partsOfNames } from '../../../shared/reviews/safe-words.ts';
import { editSection } from '../../../shared/reviews/section.ts';
import { withoutNames } from '../../../shared/reviews/without-names.ts';
import {
  ash,
  coordinator,
  headOfAsh,
  headOfOak,
  newPartnership,
  oak,
  type Partnership,
  priority,
} from './partnership.ts';

type World = Partnership;

/** The figures of a school in a draft, by period. */
const pointsOf = (world: World, id: string, urn = '100001') =>
  Object.fromEntries(
    (world.prepare(id).review.what[0]?.indicators[0]?.schools.find((one) => one.urn === urn)?.points ?? []).map(
      ({ period, value }) => [period, value],
    ),
  );
const totalsOf = (world: World, id: string) =>
  Object.fromEntries(
    (world.prepare(id).review.what[0]?.indicators[0]?.totals ?? []).map(({ period, value }) => [period, value]),
  );
const changesOf = (world: World, id: string) =>
  world.prepare(id).changes.map(({ what, where, before }) => [what, where, before]);

function publishAgain(world: World, id: string): void {
  world.must(world.act(coordinator, correctReview, { id, rev: world.review(id).rev }));
  world.must(world.act(coordinator, refreshReview, { id, rev: world.review(id).rev }));
}

describe('figures of few pupils', () => {
  it('are withheld, and so is the total that they are in', () => {
    const world = newPartnership();
    const id = newPartnershipCount(world, ash, 3);
    world.count(oak, 'ay:2024', 30);
    world.count(ash, 'ay:2023', 20);
    world.count(oak, 'ay:2023', 25);
    const draft = world.draft();
    expect(id).toBeDefined();
    expect(pointsOf(world, draft)).toEqual({ 'ay:2024': 'withheld', 'ay:2023': 20 });
    expect(totalsOf(world, draft)).toEqual({ 'ay:2024': 'withheld', 'ay:2023': 45 });
    expect(changesOf(world, draft)).toEqual([
      ['withheld', 'Pupils often away: Ash Lane, 2024/25', '3'],
      ['withheld-with-it', 'Pupils often away: all schools together, 2024/25', '33'],
    ]);
    expect(JSON.stringify(world.prepare(draft).review)).not.toMatch(/:3[,}]|:33[,}]/);
  });

  it('take with them what they could be worked out from', () => {
    const world = newPartnership();
    world.count(ash, 'term:2024:autumn', 'suppressed');
    world.count(ash, 'term:2024:spring', 10);
    world.count(ash, 'term:2024:summer', 12);
    world.count(ash, 'ay:2024', 25);
    const id = world.draft();
    expect(pointsOf(world, id)).toEqual({
      ...{ 'term:2024:autumn': 'withheld', 'term:2024:spring': 'withheld', 'term:2024:summer': 12, 'ay:2024': 25 },
    });
    expect(changesOf(world, id)).toEqual([
      ['withheld-with-it', 'Pupils often away: Ash Lane, Spring term 2024/25', '10'],
    ]);
  });

  it('take nothing with them that does not add up, or says nothing of them', () => {
    const world = newPartnership();
    world.count(ash, 'term:2024:autumn', 'suppressed');
    world.count(ash, 'term:2024:spring', 10);
    world.count(ash, 'ay:2023', 25);
    world.count(oak, 'term:2024:autumn', 20);
    const id = world.draft();
    expect(Object.values(pointsOf(world, id)).filter((value) => value === 'withheld')).toHaveLength(1);
    expect(changesOf(world, id)).toEqual([]);
  });

  it('stay withheld beside what an earlier edition told', () => {
    const world = newPartnership();
    world.count(ash, 'term:2024:autumn', 'suppressed');
    const spring = world.count(ash, 'term:2024:spring', 10);
    world.count(ash, 'term:2024:summer', 12);
    const id = world.draft();
    expect(changesOf(world, id)).toEqual([]);
    world.sign(id);
    world.must(world.publish(id));
    world.must(world.act(coordinator, withdrawReading, { id: spring, rev: 1 }));
    world.count(ash, 'ay:2024', 25);
    publishAgain(world, id);
    expect(pointsOf(world, id)).toEqual({
      ...{ 'term:2024:autumn': 'withheld', 'term:2024:summer': 12, 'ay:2024': 'withheld' },
    });
  });

  it('are pointed out where an earlier edition told them', () => {
    const world = newPartnership();
    const reading = world.count(ash, 'ay:2024', 20);
    const id = world.draft();
    world.sign(id);
    world.must(world.publish(id));
    const key = keyOf({ kind: 'reading', id: reading });
    const record = world.records.get(key);
    world.records.set(key, { ...record, body: { ...(record?.body as object), cohort: 4 } } as never);
    publishAgain(world, id);
    expect(changesOf(world, id).map(([what]) => what)).toEqual(['withheld', 'look']);
  });

  it('are not told from where they are not public', () => {
    const world = newPartnership();
    const source = { url: 'https://get-school-improvement-insights.education.gov.uk/x', title: 'Insights' };
    world.count(ash, 'ay:2024', 40, { source });
    const id = world.draft();
    expect(pointsOf(world, id)).toEqual({ 'ay:2024': 'withheld' });
    expect(changesOf(world, id)[0]?.[1]).toContain('its source is not public');
  });
});

/** A small count as an older build let it in. */
function newPartnershipCount(world: World, school: string, value: number): string {
  const id = world.count(school, 'ay:2024', 'suppressed');
  const key = keyOf({ kind: 'reading', id });
  const record = world.records.get(key);
  world.records.set(key, { ...record, body: { ...(record?.body as object), value } } as never);
  return id;
}

describe('quotations', () => {
  const long = `${'This is a sentence of eight words here. '.repeat(40)}`.trim();

  it('are as long as their licence lets them be, and say that they were shortened', () => {
    const world = newPartnership();
    const id = world.draft();
    const cite = (evidence: string, part: string) =>
      world.must(world.act(headOfAsh, addCitation, { id: newId(), review: id, priority, part, evidence }));
    const ogl = { url: 'https://www.gov.uk/x', title: 'Guidance', licence: 'Open Government Licence v3.0' };
    cite(world.clip(long), 'promised');
    cite(world.clip(long, { source: ogl }), 'happened');
    cite(world.clip('Short enough.'), 'next');
    const [first, second, third] = world.prepare(id).review.what[0]?.evidence ?? [];
    expect(first?.quote?.split(/\s+/).length).toBeLessThanOrEqual(76);
    expect(first?.quote?.length).toBeLessThanOrEqual(400);
    expect(first?.quote).toMatch(/here\. …$/);
    expect(second?.quote?.length).toBeGreaterThan(600);
    expect(second?.quote?.length).toBeLessThanOrEqual(1000);
    expect(third).toEqual({ ...third, quote: 'Short enough.' });
    expect([first, second, third].map((one) => one?.shortened)).toEqual([true, true, undefined]);
    expect(changesOf(world, id).map(([what, where]) => [what, where])).toEqual([
      ['shortened', 'Quotation 1, from ‘A report’'],
      ['shortened', 'Quotation 2, from ‘Guidance’'],
    ]);
    expect(first?.source).toEqual({ url: 'https://example.org/report', title: 'A report' });
  });

  it('are cut at a sentence, or at a word, never in one', () => {
    const cut = (text: string, characters = 40, words = 75) => shortened(text, { characters, words });
    expect(cut('One two three four five six. Seven eight nine.')).toBe('One two three four five six. …');
    expect(cut('One two three four five six seven eight nine ten')).toBe('One two three four five six seven …');
    expect(cut('a b c d', 40, 3)).toBe('a b c …');
    expect(cut('x'.repeat(50))).toBe(`${'x'.repeat(38)} …`);
    expect(cut('Whole.')).toBe('Whole.');
    for (let most = 3; most < 60; most++)
      expect(cut('Of 𝕏𝕏𝕏𝕏𝕏𝕏𝕏. “And so on.” More of it', most).length).toBeLessThanOrEqual(most);
  });

  it('know which licences are open', () => {
    for (const licence of [
      'OGL v3',
      'Open Government License',
      'CC BY 4.0',
      'CC BY-SA 4.0',
      'CC0',
      'Creative Commons Attribution 4.0',
    ])
      expect(isOpenLicence(licence), licence).toBe(true);
    for (const licence of [
      'CC BY-NC 4.0',
      'CC-BY-ND',
      'Creative Commons Attribution-NonCommercial',
      'All rights reserved',
      undefined,
    ])
      expect(isOpenLicence(licence), licence).toBe(false);
  });
});

describe('names of staff', () => {
  const without = withoutNames(['Alex Ashworth', 'Dr Mary Ann O’Shea', 'Bo']);

  it('are taken out whole or behind a title', () => {
    expect(without('We thank Alex Ashworth and Mrs Ashworth.')).toBe('We thank a colleague and a colleague.');
    expect(without('Alex  Ashworth led it. Dr O’Shea too.')).toBe('A colleague led it. A colleague too.');
    expect(without('Mr Alex Ashworth’s class')).toBe('A colleague’s class');
    expect(without('The ALEX ASHWORTH way')).toBe('The a colleague way');
    const others = 'Ashworth Road, Alexa Ashworthy, Bo Peep and the Ashworths';
    expect(without(others)).toBe(others);
    expect(withoutNames([])('Alex Ashworth')).toBe('Alex Ashworth');
  });

  it('are pointed out where only a part of one stands', () => {
    const found = (text: string) =>
      partsOfNames(['Alex Ashworth', 'Bo'], text).map(({ start, end }) => text.slice(start, end));
    expect(found('Ask Alex, or Ashworth’s deputy. Bo knows. alex does not.')).toEqual(['Alex', 'Ashworth']);
  });
});

describe('what may be pupils’ data', () => {
  it('is pointed out in what we wrote and in what we quote', () => {
    const world = newPartnership();
    const id = world.draft();
    const [{ id: section = '' } = {}] = world.list(Section);
    const text = 'Only 3 pupils with an EHC plan came. Write to jo.smith@example.org.';
    world.must(world.act(headOfOak, editSection, { id: section, rev: 1, text }));
    const piece = world.clip('Pupil name: Sam Jones');
    world.must(world.act(headOfAsh, addCitation, { id: newId(), review: id, priority, part: 'next', evidence: piece }));
    expect(changesOf(world, id)).toEqual([
      ['look', 'Attendance: What we said we would do', '3 pupils'],
      ['look', 'Attendance: What we said we would do', 'jo.smith@example.org'],
      ['look', 'Quotation 1', 'Sam Jones'],
    ]);
    const keys = world.prepare(id).changes.map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    expect(world.prepare(id).changes.map(({ key }) => key)).toEqual(keys);
  });
});

describe('what is cited', () => {
  const source = { url: 'file:///D:/Tom%20minutes.pdf', title: 'Minutes of Olu Oke', author: 'Alex Ashworth' };
  const cited = (more: object) => {
    const world = newPartnership();
    const id = world.draft();
    const piece = world.clip('Short enough.', more);
    world.must(world.act(headOfAsh, addCitation, { id: newId(), review: id, priority, part: 'next', evidence: piece }));
    return { changes: changesOf(world, id), review: world.prepare(id).review };
  };

  it('names no colleague in its title or author, and is looked at where nobody can open it', () => {
    const { changes, review } = cited({ source });
    expect(changes).toEqual([
      ['name-removed', 'Citation 1: its title', 'Minutes of Olu Oke'],
      ['name-removed', 'Citation 1: its author', 'Alex Ashworth'],
      ['look', 'Citation 1: a document without a public address', 'Minutes of Olu Oke, Alex Ashworth'],
    ]);
    expect(review.what[0]?.evidence[0]?.source).toEqual({ title: 'Minutes of a colleague', author: 'A colleague' });
  });

  it('is never called by the place of a file', () => {
    const url = 'file:///D:/minutes.pdf';
    expect(cited({ source: { url, title: url } }).review.what[0]?.evidence[0]?.source).toEqual({ title: 'A document' });
    const link = cited({ source: undefined, what: 'link', passages: [], link: { url, text: '' } });
    expect(link.review.what[0]?.evidence[0]?.source).toEqual({ title: 'A document' });
  });
});

describe('first names alone', () => {
  it('of those who did not agree are looked at, wherever they stand', () => {
    const world = newPartnership();
    const id = world.draft();
    const [{ id: section = '' } = {}] = world.list(Section);
    const text = 'We put our trust in Alex, with Cara’s help. Alexandra and Olu-led work too.';
    world.must(world.act(headOfOak, editSection, { id: section, rev: 1, text }));
    expect(changesOf(world, id)).toEqual([
      ['look', 'Attendance: What we said we would do', 'Alex'],
      ['look', 'Attendance: What we said we would do', 'Cara'],
      ['look', 'Attendance: What we said we would do', 'Olu'],
    ]);
    expect(partsOfNames(['tom smith', 'Miss Jo'], 'Miss no lesson with Tom.')).toHaveLength(1);
  });
});

describe('percentages that do not say of how many', () => {
  it('are asked about once for each indicator', () => {
    const world = newPartnership();
    const percent = newId();
    const measure = { name: 'Share away', unit: 'percent', direction: 'down', about: 'All pupils' };
    world.must(world.act(coordinator, addIndicator, { id: percent, ...measure, priorities: [priority] }));
    world.count(ash, 'ay:2024', 33.3, { indicator: percent });
    world.count(oak, 'ay:2024', 20, { indicator: percent });
    world.count(oak, 'ay:2023', 25, { indicator: percent, cohort: 60, numerator: 15 });
    expect(changesOf(world, world.draft())).toEqual([
      [
        'look',
        'Share away: how many pupils is this of? Below six they might be recognised',
        'Ash Lane, 2024/25; Oak Road, 2024/25',
      ],
    ]);
  });
});
