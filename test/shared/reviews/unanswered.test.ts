import { describe, expect, it } from 'vitest';
import { giveResponse } from '../../../shared/evidence/response.ts';
import { newId } from '../../../shared/ids.ts';
import { unansweredFor } from '../../../shared/reviews/unanswered.ts';
import { headOfOak, newPartnership, priority } from './partnership.ts';

/** A signed draft, and after its figures were taken in a piece that challenges its priority. */
function challenged() {
  const world = newPartnership();
  const id = world.draft();
  world.clock.now += 60_000;
  const piece = world.clip('It made no difference', { stance: 'challenges' });
  const to = { kind: 'evidence', id: piece };
  const respond = (how: string) => {
    const said = { id: newId(), to, how, text: 'Said', members: [], schools: [] };
    world.must(world.act(headOfOak, giveResponse, said));
  };
  const told = () => world.prepare(id).review.what[0]?.unanswered;
  const shown = () => {
    const { evidence, responses } = unansweredFor(world.scene(id), priority);
    return evidence.length + responses.length;
  };
  return { world, respond, told, shown };
}

describe('what was not answered', () => {
  it('counts as of publishing, on the page as on the screen', () => {
    const { told, shown } = challenged();
    expect([told(), shown()]).toEqual([1, 1]);
  });

  it('is answered by no question and no further challenge', () => {
    const { respond, told, shown } = challenged();
    respond('question');
    expect([told(), shown()]).toEqual([1, 1]);
    respond('challenge');
    expect([told(), shown()]).toEqual([2, 2]);
    respond('support');
    expect([told(), shown()]).toEqual([1, 1]);
  });
});
