import { describe, expect, it } from 'vitest';
import { OperatorRestore } from '../../shared/cluster/access.ts';
import { Purpose } from '../../shared/cluster/purpose.ts';
import { statesOnlyAResult } from '../../shared/cluster/purpose-words.ts';
import { School } from '../../shared/cluster/schools.ts';
import { Evidence, isWithdrawn, seenHow, stances } from '../../shared/evidence/evidence.ts';
import { findPupilData } from '../../shared/evidence/pupil-data.ts';
import { find } from '../../shared/evidence/quote.ts';
import { newClusterId } from '../../shared/ids.ts';
import { Agreement } from '../../shared/priorities/agreement.ts';
import { owedOn } from '../../shared/priorities/due.ts';
import { Indicator } from '../../shared/priorities/indicator.ts';
import { Noticing } from '../../shared/priorities/noticing.ts';
import { agreedOf, Priority } from '../../shared/priorities/priority.ts';
import { Reading } from '../../shared/priorities/reading.ts';
import { Baseline, Target } from '../../shared/priorities/target.ts';
import { fail } from '../../shared/problem.ts';
import { mustBeAccepted } from '../tools/demo.ts';
import { textOf } from '../tools/page-text.ts';
import { readSamplePage, samplePageNames } from '../tools/sample-pages.ts';
import { demoOn, pages, script } from './demo-world.ts';

/** A leap day, days on which the terms of the figures begin and end, and one in each month. */
const days = [
  ...['2026-11-25', '2027-01-01', '2027-03-31', '2027-04-01', '2027-08-31', '2027-09-01', '2028-02-29', '2028-12-31'],
  ...['02', '05', '06', '07', '10'].map((month) => `2029-${month}-14`),
].map((day) => new Date(`${day}T13:45:00`));

describe('the demo', () => {
  it.each(days)('is accepted whole, whenever it is filled: %s', (today) => {
    const { entries, refused, all } = demoOn(today);
    expect(refused).toEqual([]);
    expect(OperatorRestore.safeParse({ cluster: newClusterId(), entries: entries.slice(0, 500) }).success).toBe(true);
    expect(Math.max(...entries.map(({ at }) => at))).toBeLessThan(today.getTime());
    const began = new Date(Math.min(...entries.map(({ at }) => at)));
    began.setMonth(began.getMonth() + 18);
    expect(began.getTime()).toBeLessThan(today.getTime());

    const readings = all(Reading).flatMap(({ body }) => body ?? []);
    expect(readings.some(({ replaces, status }) => replaces && status === 'revised')).toBe(true);
    expect(readings.some(({ value }) => value === 'suppressed')).toBe(true);
    expect(readings.some(({ value }) => value === 'not-produced')).toBe(true);
    expect(readings.some(({ breaks }) => breaks)).toBe(true);

    // Nobody is late with what was agreed; something is always left to do.
    const [priorities, schools, indicators] = [all(Priority), all(School), all(Indicator)];
    const figures = { readings: all(Reading), baselines: all(Baseline), targets: all(Target) };
    const said = { noticings: all(Noticing), agreements: all(Agreement) };
    const day = today.toISOString().slice(0, 10);
    const owed = owedOn({ priorities, schools, indicators, ...figures, ...said }, day);
    const agreed = new Set(agreedOf(priorities).map(({ id }) => id));
    const followed = new Set(
      indicators.filter(({ body }) => body?.priorities.some((id) => agreed.has(id))).map((one) => one.id),
    );
    const late = owed.filter((one) => one.what === 'reading' && one.standing === 'overdue');
    expect(late.filter((one) => one.what === 'reading' && followed.has(one.indicator))).toEqual([]);
    expect(owed.map(({ what }) => what)).toContain('stretch');
  });

  const { all } = demoOn(days[0] as Date);
  const evidence = all(Evidence).flatMap(({ body }) => body ?? []);

  it('has three schools, one with the number that it had before, and three agreed priorities beside a proposed one', () => {
    expect(all(School)).toHaveLength(3);
    expect(all(School).filter(({ body }) => body?.before?.length)).toHaveLength(1);
    expect(agreedOf(all(Priority))).toHaveLength(3);
    expect(all(Priority).filter(({ body }) => body?.state === 'proposed')).toHaveLength(1);
    for (const { id, body } of agreedOf(all(Priority))) {
      expect(Object.keys(body?.plans ?? {})).toHaveLength(4);
      const mine = all(Indicator).filter((one) => one.body?.priorities.includes(id));
      expect(mine.length).toBeGreaterThanOrEqual(2);
      const targets = all(Target).filter((one) => mine.some((of) => of.id === one.body?.indicator));
      expect(new Set(targets.map((one) => `${one.body?.school} ${one.body?.stretch}`)).size).toBe(6);
    }
  });

  it('has sixty pieces of evidence and more, of every stance and way of seeing, by everyone who may give it', () => {
    expect(evidence.length).toBeGreaterThanOrEqual(60);
    expect(new Set(evidence.map(({ by }) => by)).size).toBe(
      script.members.filter((one) => one.role !== 'observer').length,
    );
    expect(new Set(evidence.flatMap(({ stance }) => stance ?? []))).toEqual(new Set(stances));
    expect(new Set(evidence.flatMap(({ seen }) => seen?.how ?? []))).toEqual(new Set(seenHow));
    expect(new Set(evidence.map(({ what }) => what))).toEqual(new Set(['quote', 'page', 'link', 'list', 'seen']));
    expect(evidence.filter(({ edited }) => edited).length).toBeGreaterThanOrEqual(3);
    expect(evidence.filter(isWithdrawn)).toHaveLength(1);
  });

  it('quotes what stands on its sample pages, where highlights find it', () => {
    const quoted = evidence.filter(({ passages }) => passages.length > 0);
    expect(quoted.length).toBeGreaterThanOrEqual(30);
    for (const { source, passages } of quoted) {
      const text = textOf(readSamplePage(source?.url.slice(pages.length + 1) ?? ''));
      for (const passage of passages)
        expect(find(text, passage), passage.exact).toMatchObject({ start: passage.start });
    }
    const read = new Set(evidence.flatMap(({ source }) => source?.url.slice(pages.length + 1) ?? []));
    expect([...read].sort()).toEqual(samplePageNames().filter((name) => name !== 'index.html'));
  });

  it('reads no page before it was published, and tells of no pupil that could be known', () => {
    for (const { source, at, note } of evidence) {
      const html = source ? readSamplePage(source.url.slice(pages.length + 1)) : '';
      for (const [, day = ''] of html.matchAll(/<time datetime="([^"]+)"/g)) {
        expect(new Date(day).getTime(), note).toBeLessThan(at);
      }
      expect(findPupilData(note), note).toEqual([]);
    }
    for (const { body } of all(Noticing)) expect(findPupilData(body?.text ?? ''), body?.text).toEqual([]);
  });

  it('has a purpose that says why, in the place of one that only named a result', () => {
    const [first, ...later] = all(Purpose).map(({ body }) => body?.text ?? '');
    expect(statesOnlyAResult(first ?? '')).toBe(true);
    expect(later.map(statesOnlyAResult)).toEqual([false]);
  });

  it('fails loudly where an entry is refused or not answered', () => {
    const [first, second] = demoOn(days[0] as Date).entries;
    if (!first || !second) throw new Error('The demo is empty');
    const accepted = { id: first.id, ok: true as const, seq: 1 };
    expect(() => mustBeAccepted([first], [accepted])).not.toThrow();
    expect(() => mustBeAccepted([first, second], [accepted])).toThrow(second.name);
    const refused = { id: second.id, ...fail('missing', 'school') };
    expect(() => mustBeAccepted([first, second], [accepted, refused])).toThrow(/\(\S+ school \{"id":/);
  });

  it('says on each of its pages that it is made up', () => {
    for (const name of samplePageNames()) expect(readSamplePage(name), name).toContain('Fictional sample page');
  });
});
