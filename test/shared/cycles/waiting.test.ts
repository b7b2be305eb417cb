import { describe, expect, it } from 'vitest';
import { Decision } from '../../../shared/cycles/decision.ts';
import { decisionsFor, waitingFor } from '../../../shared/cycles/waiting.ts';
import { Response } from '../../../shared/evidence/response.ts';
import type { Kind, Record } from '../../../shared/record.ts';

const made = <Body>({ kind }: Kind<Body>, id: string, body: Body): Record<Body> => ({
  ...{ kind, id, v: 1, rev: 1, seq: 1, body },
});
let at = 0;
const said = (id: string, by: string, more: Partial<Response> = {}): Record<Response> =>
  made(Response, id, {
    ...{ to: { kind: 'evidence', id: 'piece' }, how: 'support', text: id, members: [], schools: [], by, at: ++at },
    ...more,
  });
const ann = { member: 'ann', schools: ['ash'] };
const ofPiece = (by?: string) => () => by;
const waits = (responses: Record<Response>[], by?: string) =>
  waitingFor(ann, responses, ofPiece(by)).map(({ id, why }) => [id, why]);

describe('waiting for me', () => {
  it('is what names me or my school, oldest first', () => {
    const all = [
      said('one', 'ben', { schools: ['ash'] }),
      said('two', 'ben', { members: ['ann'] }),
      said('three', 'ben', { members: ['cat'], schools: ['oak'] }),
      said('four', 'ann', { members: ['ann'], to: { kind: 'evidence', id: 'another' } }),
    ];
    expect(waits(all)).toEqual([
      ['one', 'school'],
      ['two', 'named'],
    ]);
  });

  it('ends with an answer by anyone, or once I have said something there since', () => {
    const asked = said('one', 'ben', { how: 'question', members: ['ann'] });
    const answer = said('two', 'cat', { how: 'answer', answers: 'one' });
    expect(waits([asked, answer])).toEqual([]);
    // An answer that names me: there is no answering an answer.
    const named = said('three', 'ben', { how: 'answer', answers: 'x', members: ['ann'] });
    expect(waits([named])).toEqual([['three', 'named']]);
    expect(waits([named, said('four', 'ann')])).toEqual([]);
    expect(waits([named, said('five', 'ann', { to: { kind: 'evidence', id: 'another' } })])).toHaveLength(1);
  });

  it('is a challenge or a question to what I saved, until it is answered', () => {
    const [challenge, support] = [said('one', 'ben', { how: 'challenge' }), said('two', 'ben')];
    expect(waits([challenge, support], 'ann')).toEqual([['one', 'yours']]);
    expect(waits([challenge], 'cat')).toEqual([]);
    expect(waits([challenge, said('three', 'ann', { how: 'answer', answers: 'one' })], 'ann')).toEqual([]);
  });

  it('is what I was to do by a decision, what is due first', () => {
    const decision = (id: string, more: Partial<Decision>) =>
      made(Decision, id, { text: id, why: '', by: 'ben', at: 1, ...more });
    const all = [
      decision('some day', { owner: 'ann' }),
      decision('soon', { owner: 'ann', due: '2026-02-01' }),
      decision('done', { owner: 'ann', done: { at: 2, by: 'ann', outcome: '' } }),
      decision('hers', { owner: 'cat' }),
      decision('otherwise', { owner: 'ann', due: '2026-01-01' }),
      decision('so', { about: { kind: 'decision', id: 'otherwise' } }),
    ];
    expect(decisionsFor('ann', all).map(({ id }) => id)).toEqual(['soon', 'some day']);
  });
});
