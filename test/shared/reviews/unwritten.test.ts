import { expect, it } from 'vitest';
import { Priority } from '../../../shared/priorities/priority.ts';
import { keyOf } from '../../../shared/record.ts';
import { Section } from '../../../shared/reviews/review-kind.ts';
import { editSection } from '../../../shared/reviews/section.ts';
import { headOfAsh, newPartnership, priority } from './partnership.ts';

it('asks nothing of a priority that was erased before its parts were written', () => {
  const world = newPartnership();
  const id = world.draft();
  const next = world.list(Section).find(({ body }) => body?.part === 'next');
  world.must(world.act(headOfAsh, editSection, { id: next?.id, rev: 1, text: '' }));
  world.sign(id);
  expect(world.prepare(id).hindrances).toEqual([{ code: 'nothing-written', detail: priority }]);
  const key = keyOf({ kind: Priority.kind, id: priority });
  world.records.set(key, { ...world.records.get(key), body: null } as never);
  // As a rule sees it, who is never given what was erased.
  expect(world.scene(id).priorities).toEqual([]);
  world.sign(id);
  expect(world.publish(id)).toBe('ok');
});
