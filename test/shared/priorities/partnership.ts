import { addSchool } from '../../../shared/cluster/schools.ts';
import { newId } from '../../../shared/ids.ts';
import { agreePriority } from '../../../shared/priorities/agreement.ts';
import { addIndicator } from '../../../shared/priorities/indicator.ts';
import { recordNoticing } from '../../../shared/priorities/noticing.ts';
import { Priority, proposePriority } from '../../../shared/priorities/priority.ts';
import { enterReading } from '../../../shared/priorities/reading.ts';
import { setBaseline } from '../../../shared/priorities/target.ts';
import { actorFor, actorOf, newWorld } from '../world.ts';

export const coordinator = actorOf('coordinator');

/** A world with some schools, each with its head. */
export function partnership(count = 2) {
  const world = newWorld();
  const schools = Array.from({ length: count }, (_, i) => {
    const id = newId();
    world.act(coordinator, addSchool, { id, name: `School ${i}`, urn: String(100_001 + i) });
    return { id, head: actorFor('head', id), leader: actorFor('leader', id) };
  });
  const [first, second] = schools;
  if (!first || !second) throw new Error('at least two');

  const propose = (more: object = {}): string => {
    const id = newId();
    world.act(first.head, proposePriority, { id, title: 'Reading', alone: 'Staff move between us', ...more });
    return id;
  };
  const indicator = (priority?: string, more: object = {}): string => {
    const id = newId();
    const priorities = priority ? [priority] : [];
    const body = { id, name: 'Fluent at 7', unit: 'percent', direction: 'up', about: 'Year 2', priorities, ...more };
    world.act(first.head, addIndicator, body);
    return id;
  };
  const read = (of: string, school: string, more: object = {}): string => {
    const id = newId();
    world.act(coordinator, enterReading, {
      id,
      indicator: of,
      school,
      period: 'ay:2024',
      value: 50,
      status: 'own',
      ...more,
    });
    return id;
  };
  /** Everything that one school does before a priority can be agreed; answers with the reading that it starts from. */
  const ready = ({ id, head }: (typeof schools)[number], priority: string, of: string): string => {
    const reading = read(of, id);
    world.act(head, setBaseline, { id: newId(), indicator: of, school: id, reading });
    world.act(head, recordNoticing, { id: newId(), school: id, text: 'Boys read less', priority });
    world.act(head, agreePriority, { id: newId(), priority, school: id, wording: wordingOf(priority) });
    return reading;
  };
  const wordingOf = (priority: string) => world.get(Priority, priority)?.body?.wording ?? 0;
  return { world, schools, first, second, propose, indicator, read, ready, wordingOf };
}
