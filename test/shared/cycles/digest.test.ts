import { describe, expect, it } from 'vitest';
import { type DigestOf, digestOf } from '../../../shared/cycles/digest.ts';
import type { Evidence } from '../../../shared/evidence/evidence.ts';
import { Response } from '../../../shared/evidence/response.ts';
import { Priority } from '../../../shared/priorities/priority.ts';
import type { Kind, Record } from '../../../shared/record.ts';

const made = <Body>({ kind }: Kind<Body>, id: string, body: Partial<Body>): Record<Body> => ({
  ...{ kind, id, v: 1, rev: 1, seq: 1 },
  body: body as Body,
});
const piece = (id: string, more: Partial<Evidence>) => ({
  id,
  body: { passages: [], note: '', tags: [], priorities: [], by: 'ann', at: 100, ...more },
});
const nothing: DigestOf = {
  ...{ cluster: 'Kestrel Vale', since: 50, unweighed: new Set<string>(), responses: [], owed: [], evidence: [] },
  priorities: [
    made(Priority, 'read', { title: 'Every child reads', state: 'agreed' }),
    made(Priority, 'here', { title: 'Every day in school', state: 'proposed' }),
    made(Priority, 'past', { title: 'Over', state: 'closed' }),
  ],
  nameOf: (member) => member.toUpperCase(),
  titleOf: ({ id }) => id,
};

describe('the weekly digest', () => {
  it('is kind to a quiet week', () => {
    expect(digestOf(nothing)).toBe(
      [
        'Dear colleagues,',
        '',
        'The week in Kestrel Vale:',
        '',
        '– Nothing new was saved. A quiet week is fine.',
        '',
        'Thank you for what you gave this week.',
      ].join('\n'),
    );
  });

  it('tells what is new, what waits, what was asked and what is owed', () => {
    const ask = (id: string, how: Response['how'], text: string, at: number) =>
      made(Response, id, { to: { kind: 'evidence', id: 'a' }, how, text, members: [], schools: [], by: 'ben', at });
    const digest = digestOf({
      ...nothing,
      address: 'https://example.org/',
      evidence: [
        piece('a', { priorities: ['read'], stance: 'supports' }),
        piece('b', { priorities: ['read'], stance: 'challenges' }),
        piece('c', { priorities: ['read'] }),
        piece('old', { priorities: ['here'], at: 10 }),
        piece('gone', { priorities: ['here'], withdrawn: 110 }),
      ],
      unweighed: new Set(['a']),
      responses: [ask('1', 'challenge', `Is it\nso? ${'x'.repeat(200)}`, 20), ask('2', 'support', 'Yes', 30)],
      owed: [
        { school: 'Hill View', count: 2 },
        { school: 'Vale', count: 0 },
      ],
    });
    expect(digest.split('\n').slice(4)).toEqual([
      '– Every child reads: 3 new, of which 1 supports it and 1 challenges it.',
      '– Nothing new yet on: Every day in school.',
      '– 1 piece waits for somebody to look at it.',
      '',
      'Somebody asked, and would like an answer:',
      `– BEN, about a: Is it so? ${'x'.repeat(129)}…`,
      '',
      'Still open, each a minute’s work:',
      '– Hill View: 2 things',
      '',
      'All of it: https://example.org/app/#/review',
      '',
      'Thank you for what you gave this week.',
    ]);
  });
});
