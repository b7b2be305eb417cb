import { takesPart } from '../../shared/cluster/schools.ts';
import {
  type Agreement,
  baselineReading,
  type Conditions,
  conditionsOf,
  indicatorsFor,
  type Lacking,
  lackingOf,
  wordOf,
} from '../../shared/priorities/agreement.ts';
import { agreedOf, type Priority } from '../../shared/priorities/priority.ts';
import type { Reading } from '../../shared/priorities/reading.ts';
import type { Record } from '../../shared/record.ts';
import { listed } from '../cluster/wording.ts';
import { type Scene, schoolIn } from './scene.ts';

/** What schools have yet to do, as the rest of a sentence that begins with their names: one, several. */
const lackWords: { [lack in Lacking]: [string, string] } = {
  'nothing-measured': ['is measured by none of its indicators', 'are measured by none of its indicators'],
  'no-baseline': ['has not recorded where it starts from', 'have not recorded where they start from'],
  'nothing-noticed': ['has not written what it noticed', 'have not written what they noticed'],
  'not-agreed': ['has not agreed yet', 'have not agreed yet'],
  objection: ['objects', 'object'],
};

const lacks = ['nothing-measured', 'no-baseline', 'nothing-noticed', 'not-agreed', 'objection'] as const;

/** What schools have yet to do, each thing with the names of those who lack it. */
export const lackSentences = ({ lacking }: Pick<Conditions, 'lacking'>, scene: Pick<Scene, 'schools'>): string[] =>
  lacks.flatMap((lack) => {
    const names = lacking.filter((one) => one.lacks.includes(lack)).map(({ school }) => schoolIn(scene, school));
    return names.length > 0 ? [`${listed(names)} ${lackWords[lack][names.length > 1 ? 1 : 0]}.`] : [];
  });

/** Why a proposal cannot be agreed yet, in sentences with the names of priorities and schools; none if it can. */
export function whyNotYet(scene: Scene, priority: Record<Priority>): string[] {
  const conditions = conditionsOf(scene, priority);
  const others = agreedOf(scene.priorities).map(({ body }) => `‘${body?.title}’`);
  const words = {
    'three-agreed': `Three are agreed already: ${listed(others)}. Close one, with what was learned, to make room.`,
    'why-together': 'It does not say yet why no school could achieve it alone. Edit it to say so.',
    'no-indicator': 'It has no indicator yet. Add one below.',
    'no-schools': 'No school takes part yet. A coordinator adds schools under People.',
  };
  return [...conditions.unready.map((one) => words[one]), ...lackSentences(conditions, scene)];
}

/** Where one school stands on a priority. */
export interface Stand {
  lacks: Lacking[];
  /** Its word on the wording that holds. */
  word?: Agreement | undefined;
  /** Its last word where that was on an earlier wording. */
  earlier?: Agreement | undefined;
  /** The readings that it starts from, each with its indicator. */
  baselines: { indicator: string; reading: Reading }[];
}

/** Where a school stands on a priority. */
export function standOf(scene: Scene, priority: Record<Priority>, school: string): Stand {
  const word = wordOf(scene.agreements, priority, school);
  const earlier = scene.agreements
    .flatMap(({ body }) => (body?.priority === priority.id && body.school === school ? [body] : []))
    .sort((a, b) => a.at - b.at)
    .at(-1);
  const baselines = indicatorsFor(scene.indicators, priority.id, school).flatMap(({ id }) => {
    const set = scene.baselines.filter(({ body }) => body?.indicator === id && body.school === school).at(-1);
    const reading = set?.body && baselineReading(scene.readings, set.body)?.body;
    return reading ? [{ indicator: id, reading }] : [];
  });
  return { lacks: lackingOf(scene, priority, school), word, earlier: word ? undefined : earlier, baselines };
}

/** How many of the schools that take part have agreed to a priority as it is worded. */
export function agreedCount(scene: Scene, priority: Record<Priority>): { agree: number; object: number; of: number } {
  const schools = scene.schools.filter(takesPart);
  const words = schools.map(({ id }) => wordOf(scene.agreements, priority, id));
  return {
    agree: words.filter((word) => word && word.objection === undefined).length,
    object: words.filter((word) => word?.objection !== undefined).length,
    of: schools.length,
  };
}
