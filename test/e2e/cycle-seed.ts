import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { objectPriority } from '../../shared/priorities/agreement.ts';
import { addIndicator } from '../../shared/priorities/indicator.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { enterReading } from '../../shared/priorities/reading.ts';
import { actAs } from './founded.ts';
import type { ThreeSchools } from './three-schools.ts';

/** A priority that one school objects to, with an indicator, figures of one school and evidence for and against. */
export async function seedCycles({ address, cat, dan, schools }: ThreeSchools): Promise<string> {
  const priority = newId();
  const body = { id: priority, title: 'Every child a fluent reader', alone: 'Families move between us.' };
  await actAs(address, cat, proposePriority, body);
  const against = { id: newId(), priority, school: schools.quay, wording: 0, objection: 'We did that last year.' };
  await actAs(address, dan, objectPriority, against);
  const indicator = newId();
  const about = { name: 'Fluent at 7', unit: 'percent', direction: 'up', about: 'Year 2', priorities: [priority] };
  await actAs(address, cat, addIndicator, { id: indicator, ...about } as never);
  for (const [period, value] of [
    ['ay:2023', 52],
    ['ay:2024', 58],
  ] as const) {
    const reading = { id: newId(), indicator, school: schools.vale, period, value, status: 'own' as const };
    await actAs(address, cat, enterReading, reading);
  }
  const piece = { passages: [], tags: [], priorities: [priority] };
  await actAs(address, cat, saveEvidence, {
    ...{ ...piece, id: newId(), note: 'Echo reading raised words per minute', stance: 'supports' },
  });
  await actAs(address, cat, saveEvidence, {
    ...{ ...piece, id: newId(), note: 'The quietest readers gained nothing', stance: 'challenges' },
  });
  return priority;
}
