import { describe, expect, it } from 'vitest';
import { Member } from '../../../shared/cluster/members.ts';
import { School } from '../../../shared/cluster/schools.ts';
import type { Evidence } from '../../../shared/evidence/evidence.ts';
import { whoIsMissing } from '../../../shared/evidence/missing.ts';
import { Priority } from '../../../shared/priorities/priority.ts';
import type { Kind, Record } from '../../../shared/record.ts';

const made = <Body>(kind: Kind<Body>, id: string, body: Partial<Body>): Record<Body> => ({
  ...{ kind: kind.kind, id, v: 1, rev: 1, seq: 1 },
  body: body as Body,
});

const schools = [
  made(School, 'ash', { name: 'Ash' }),
  made(School, 'oak', { name: 'Oak' }),
  made(School, 'elm', { name: 'Elm', away: { how: 'left', reason: 'Moved on', at: 1 } }),
];
const members = [
  made(Member, 'ann', { role: 'head', schools: ['ash'] }),
  made(Member, 'ben', { role: 'leader', schools: ['oak'] }),
  made(Member, 'ole', { role: 'observer', schools: [] }),
];
const priorities = [
  made(Priority, 'read', { state: 'agreed' }),
  made(Priority, 'late', { state: 'proposed' }),
  made(Priority, 'gone', { state: 'dropped' }),
];
const piece = (by: string, more: Partial<Evidence> = {}): Evidence => ({
  ...{ passages: [], note: 'x', tags: [], priorities: ['read'], by, at: 100 },
  ...more,
});
const missing = (evidence: Evidence[], since = 0, looks: { evidence: string; by: string }[] = []) => {
  const pieces = evidence.map((body, i) => ({ id: String(i), body }));
  return whoIsMissing({ priorities, schools, members, evidence: pieces, looks, groups: ['SEND', 'EAL'] }, since);
};

describe('who is missing', () => {
  it('is told for each priority that is worked on', () => {
    const all = {
      count: 0,
      schools: ['ash', 'oak'],
      roles: ['head', 'leader'],
      groups: ['SEND', 'EAL'],
      unanswered: [],
    };
    expect(missing([])).toEqual([
      { priority: 'read', ...all, voices: ['pupils', 'families'] },
      { priority: 'late', ...all, voices: ['pupils', 'families'] },
    ]);
  });

  it('counts who gave, what it was tagged with, and whose voice was heard', () => {
    const [read, late] = missing([
      piece('ann', { tags: ['send'] }),
      piece('ben', { seen: { how: 'pupils' }, priorities: ['read', 'gone'] }),
    ]);
    expect(read).toEqual({
      ...{ priority: 'read', count: 2, schools: [], roles: [], groups: ['EAL'] },
      voices: ['families'],
      unanswered: ['ash', 'oak'],
    });
    expect(late?.count).toBe(0);
  });

  it('leaves out what is older, withdrawn, or of somebody who was taken out', () => {
    const [read] = missing([piece('ann', { at: 10 }), piece('ann', { withdrawn: 5 }), piece('nobody')], 50);
    expect(read).toMatchObject({ count: 1, schools: ['ash', 'oak'], roles: ['head', 'leader'] });
  });

  it('tells whose evidence nobody else has weighed or answered', () => {
    const pieces = [piece('ann'), piece('ann'), piece('ben'), piece('ole')];
    const unanswered = (...looks: { evidence: string; by: string }[]) => missing(pieces, 0, looks)[0]?.unanswered;
    expect(unanswered()).toEqual(['ash', 'oak']);
    expect(unanswered({ evidence: '1', by: 'ben' })).toEqual(['oak']);
    // A look at one's own is none.
    expect(unanswered({ evidence: '2', by: 'ben' }, { evidence: '0', by: 'ole' })).toEqual(['oak']);
    expect(missing(pieces)[1]?.unanswered).toEqual([]);
  });
});
