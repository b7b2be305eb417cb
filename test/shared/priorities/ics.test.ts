import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { owedOn } from '../../../shared/priorities/due.ts';
import { dueEvents } from '../../../shared/priorities/due-events.ts';
import { type CalendarEvent, foldLine, icsOf } from '../../../shared/priorities/ics.ts';
import { newFigures } from './figures.ts';

const at = Date.UTC(2026, 10, 25, 18, 16, 43);
const bytes = (text: string) => new TextEncoder().encode(text).length;

/** The events of a text, as an independent reader takes them. */
const readBack = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'a@x.invalid',
  start: '2026-12-01',
  end: '2026-12-02',
  summary: 'Absence',
  ...more,
});

describe('a calendar', () => {
  it('is what RFC 5545 asks for, to the letter', () => {
    const text = icsOf('Kestrel Vale', [event({ url: 'https://x.example/app/#/do', description: 'a\nb' })], at);
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Goldthread//Goldthread//EN',
      'CALSCALE:GREGORIAN',
      'X-WR-CALNAME:Kestrel Vale',
      'BEGIN:VEVENT',
      'UID:a@x.invalid',
      'DTSTAMP:20261125T181643Z',
      'DTSTART;VALUE=DATE:20261201',
      'DTEND;VALUE=DATE:20261202',
      'SUMMARY:Absence',
      'DESCRIPTION:a\\nb',
      'URL:https://x.example/app/#/do',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('is read back as it was meant by a reader that is not ours, whatever the words', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(words, words, (summary, description) => {
        const text = icsOf('Kestrel Vale', [event({ summary, description })], at);
        for (const line of text.split('\r\n')) expect(bytes(line)).toBeLessThanOrEqual(75);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const [found, ...others] = readBack(text);
        const plain = (said: string) =>
          said
            .replace(/\t/g, ' ')
            .replace(/\r\n?/g, '\n')
            .replace(/(?!\n)\p{Cc}/gu, '');
        expect(found?.summary).toBe(plain(summary));
        expect(found?.description).toBe(plain(description));
        expect(found?.startDate.toString()).toBe('2026-12-01');
        expect(others).toEqual([]);
      }),
    );
  });

  it('cannot be made to say more by what is written in it', () => {
    const text = icsOf(
      'x\r\nX-EVIL:1',
      [event({ summary: 'x\r\nEND:VEVENT', url: 'https://x.example/\r\nX-EVIL:1' })],
      at,
    );
    expect(text).not.toMatch(/^X-EVIL/m);
    expect(readBack(text)).toHaveLength(1);
  });

  it('folds at 75 octets and cuts no character', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
    expect(foldLine(`${'x'.repeat(73)}€`)).toBe(`${'x'.repeat(73)}\r\n €`);
    expect(foldLine('𝌆'.repeat(40)).replaceAll('\r\n ', '')).toBe('𝌆'.repeat(40));
  });
});

describe('what is due, as events', () => {
  const figures = newFigures();
  figures.priority('p', { title: 'Reading', review: '2027-12-31' });
  figures.priority('q', { title: 'Over', state: 'closed', review: '2027-01-01' });
  figures.school('a');
  figures.school('b');
  figures.indicator('i', { name: 'Absence', due: [{ part: 'autumn', month: 12 }], at: Date.UTC(2026, 8, 1) });
  const names = { ...figures, schoolName: (id: string) => `School ${id}`, linkTo: () => 'https://x.example/app/#/do' };
  const events = (day: string) => dueEvents(owedOn(figures, day, 12), names);

  it('is one event a figure, with the schools that owe it, and one a review', () => {
    expect(events('2026-11-25').map(({ uid, start, end, summary }) => ({ uid, start, end, summary }))).toEqual([
      {
        uid: 'i.term-2026-autumn@goldthread.invalid',
        start: '2026-12-01',
        end: '2026-12-02',
        summary: 'Absence: the figure for Autumn term 2026/27 comes out',
      },
      {
        uid: 'p.review@goldthread.invalid',
        start: '2027-12-31',
        end: '2028-01-01',
        summary: 'To be reviewed: Reading',
      },
    ]);
    expect(events('2026-11-25')[0]?.description).toContain('School a: https://x.example/app/#/do\nSchool b: ');
  });

  it('keeps its names while it stays the same thing', () => {
    const before = events('2026-11-25').map(({ uid }) => uid);
    figures.reading('a', 'term:2026:autumn', 5);
    expect(events('2026-11-30').map(({ uid }) => uid)).toEqual(before);
  });
});
