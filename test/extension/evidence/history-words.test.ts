import { describe, expect, it } from 'vitest';
import { type Done, historyInWords } from '../../../extension/evidence/history-words.ts';

const titles: Record<string, string> = { a: 'Attendance', b: 'Reading', c: 'Oracy' };
const done = (name: string, body: object | null): Done => ({ id: 'x', name, by: 'ann', at: 1, body });
const saved = (more: object = {}) =>
  done('evidence.save', { id: 'e', passages: [], note: 'As it was', tags: ['spring'], priorities: ['a'], ...more });
const edited = (body: object) => done('evidence.edit', { id: 'e', rev: 1, ...body });
const steps = (...actions: Done[]) => historyInWords(actions, (id) => titles[id] ?? '?');
const last = (...actions: Done[]) => steps(...actions).at(-1);

describe('a history in words', () => {
  it('says that it was saved, withdrawn, reinstated and erased', () => {
    const names = ['evidence.withdraw', 'evidence.reinstate', 'record.redact'];
    expect(steps(saved(), ...names.map((name) => done(name, {}))).flatMap(({ did }) => did)).toEqual([
      'saved it',
      'withdrew it',
      'reinstated it',
      'erased it on request',
    ]);
  });

  it.each([
    [['b'], 'moved it from ‘Attendance’ to ‘Reading’'],
    [['a', 'b'], 'added it to ‘Reading’'],
    [[], 'took it out of ‘Attendance’'],
    [['b', 'c'], 'moved it from ‘Attendance’ to ‘Reading’ and ‘Oracy’'],
  ])('says where it went: %j', (priorities, words) => {
    expect(last(saved(), edited({ priorities }))?.did).toEqual([words]);
  });

  it('says which tags came and went, and what became of the stance', () => {
    expect(last(saved(), edited({ tags: ['autumn', 'spring'] }))?.did).toEqual(['changed its tags: + autumn']);
    expect(last(saved(), edited({ tags: ['autumn'] }))?.did).toEqual(['changed its tags: + autumn, − spring']);
    expect(last(saved(), edited({ stance: 'supports' }))?.did).toEqual(['changed its stance: Supports']);
    const supporting = saved({ stance: 'supports' });
    expect(last(supporting, edited({ stance: 'challenges' }))?.did).toEqual([
      'changed its stance: Supports → Challenges',
    ]);
    expect(last(supporting, edited({ stance: null }))?.did).toEqual(['changed its stance: Supports → none']);
  });

  it('gives the note before and after, each edit after the one before it', () => {
    const found = steps(saved(), edited({ note: 'Once' }), edited({ tags: [] }), edited({ note: 'Twice' }));
    expect(found.map(({ note }) => note)).toEqual([
      undefined,
      { before: 'As it was', after: 'Once' },
      undefined,
      { before: 'Once', after: 'Twice' },
    ]);
  });

  it('says when nothing came of an edit', () => {
    const same = edited({ note: 'As it was', tags: ['spring'], priorities: ['a'] });
    expect(last(saved(), same)).toMatchObject({ did: ['changed nothing'] });
    expect(last(saved(), same)?.note).toBeUndefined();
  });

  it('shows no words where they were erased, and claims nothing of what it does not know', () => {
    const erased = [done('evidence.save', null), done('evidence.edit', null), done('record.redact', {})];
    expect(steps(...erased).flatMap(({ did }) => did)).toEqual([
      'saved it; the words were erased',
      'changed it; the words were erased',
      'erased it on request',
    ]);
    // Older actions were left out: what stood there before is not known.
    const cut = steps(edited({ note: 'New', priorities: ['b'] }));
    expect(cut).toMatchObject([{ did: ['put it under ‘Reading’'], note: { after: 'New' } }]);
    expect(cut[0]?.note?.before).toBeUndefined();
  });

  it('admits that an action of a newer build has no words here', () => {
    expect(last(saved(), done('evidence.weigh', {}))?.did).toEqual([
      'changed it in a way that this version has no words for',
    ]);
  });
});
