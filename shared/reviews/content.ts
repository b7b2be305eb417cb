import { presentOf } from '../cluster/purpose.ts';
import { type School, takesPart } from '../cluster/schools.ts';
import type { NoteUse, Use } from './edition-kind.ts';
import { type Known, known } from './known.ts';
import type { PublicPriority, PublicReview } from './public-review.ts';
import { accountParts, type wholeParts } from './review-kind.ts';
import type { ContentScene } from './scene.ts';
import { citedOf } from './summarise-evidence.ts';
import { type Cell, indicatorsAt } from './summarise-figures.ts';

type ContentPriority = Omit<PublicPriority, 'unanswered' | 'log'>;

/** What schools sign: a review without what their signing and the time that passes change of it. */
export type Content = Omit<PublicReview, 'what' | 'edition' | 'published' | 'asAt' | 'signed'> & {
  what: ContentPriority[];
};

/** The content of a draft, where records' words stand in it, and what is known of its figures. */
export interface Contents {
  content: Content;
  /** The records of the priorities in it, in its order. */
  priorities: string[];
  uses: Use[];
  cells: Cell[];
}

/** The key under which a priority is known in public: the same in every review, and not its id. */
export const keyOfPriority = (thread: number): string => `p${thread + 1}`;

/**
 * All words and figures of a review as they would be published. Figures, targets, purpose and values stand as they did
 * when its figures were taken in (`asAt`).
 */
export function contentOf(scene: ContentScene): Contents {
  const { body, id } = scene.review;
  const uses: Use[] = [];
  const cells: Cell[] = [];
  const use: NoteUse = (ref, where) => uses.push({ ref: { kind: ref.kind, id: ref.id }, at: where });
  const schools = schoolsOf(scene);
  const cluster = known(scene.clusters)[0]?.body;
  const sections = known(scene.sections).filter((one) => one.body.review === id && one.body.text !== '');
  const whole = (part: (typeof wholeParts)[number], where: string) => {
    const section = sections.find((one) => one.body.part === part);
    if (section) use(section, where);
    return section?.body.text;
  };
  const purpose = presentOf(known(scene.purposes).filter((one) => one.body.at <= body.asAt));
  if (purpose) use(purpose, '/why');
  const values = known(scene.values)
    .filter((one) => !one.body.retired && one.body.at <= body.asAt)
    .sort((a, b) => a.body.at - b.body.at);
  for (const [i, value] of values.entries()) {
    use(value, `/how/values/${i}/title`);
    for (const list of ['adopt', 'refuse'] as const)
      for (const j of value.body[list].keys()) use(value, `/how/values/${i}/${list}/${j}`);
  }
  const priorities = body.priorities.flatMap(
    (one) => known(scene.priorities).find((record) => record.id === one) ?? [],
  );
  let cited = 0;
  const what = priorities.map((priority, i): ContentPriority => {
    const where = `/what/${i}`;
    const { title, description, alone, thread, starts, review, agreed, adopted } = priority.body;
    const words = { title, ...(description && { description }), ...(alone && { alone }) };
    for (const field of Object.keys(words)) use(priority, `${where}/${field}`);
    const parts = accountParts.flatMap((part) => {
      const section = sections.find((one) => one.body.priority === priority.id && one.body.part === part);
      return section ? [{ part, section }] : [];
    });
    for (const [j, { section }] of parts.entries()) use(section, `${where}/parts/${j}/text`);
    const evidence = citedOf(scene, priority.id, cited, use, `${where}/evidence`);
    cited += evidence.length;
    const since = adopted ? Date.parse(adopted.on) : agreed;
    return {
      key: keyOfPriority(thread),
      thread,
      ...words,
      ...(starts && { starts }),
      ...(review && { review }),
      ...(since !== undefined && { agreed: since }),
      parts: parts.map(({ part, section }) => ({ part, text: section.body.text })),
      indicators: indicatorsAt(scene, priority.id, schools.filter(takesPart), use, cells, `${where}/indicators`),
      evidence,
    };
  });
  const why = purpose?.body?.text;
  const summary = whole('summary', '/summary');
  const together = whole('together', '/how/together');
  const note = body.editions > 0 ? whole('correction', '/changed/note') : undefined;
  const content: Content = {
    v: 1,
    partnership: {
      name: cluster?.name ?? '',
      word: cluster?.word ?? 'cluster',
      ...(cluster?.demo && { demo: true }),
    },
    schools: schools.map((one) => ({ urn: one.body.urn, name: one.body.name })),
    period: body.period,
    ...(summary && { summary }),
    ...(why && { why }),
    how: {
      values: values.map(({ body: { title, adopt, refuse } }) => ({ title, adopt, refuse })),
      ...(together && { together }),
    },
    what,
    ...(note && { changed: { note, where: [] } }),
  };
  return { content, priorities: priorities.map((one) => one.id), uses, cells };
}

/** The schools that stand in a review, by URN: those that take part, and those that are away for a while. */
export const schoolsOf = ({ schools }: Pick<ContentScene, 'schools'>): Known<School>[] =>
  known(schools)
    .filter(({ body }) => body.away?.how !== 'left')
    .sort((a, b) => (a.body.urn < b.body.urn ? -1 : 1));
