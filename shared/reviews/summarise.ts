import { presentOf } from '../cluster/purpose.ts';
import { type School, takesPart } from '../cluster/schools.ts';
import type { Reading } from '../priorities/reading.ts';
import { hasAgreed, unagreed } from './consent.ts';
import type { NoteUse, Use } from './edition-kind.ts';
import { type Known, known } from './known.ts';
import type { PublicReview } from './public-review.ts';
import { accountParts } from './review-kind.ts';
import type { ReviewScene } from './scene.ts';
import { citedOf } from './summarise-evidence.ts';
import { type Cell, indicatorsAt } from './summarise-figures.ts';
import { unansweredFor } from './unanswered.ts';
import { signatureOf, wordingOf } from './wording.ts';

/** A review as it would read if it were published as it is: disclosure.ts makes it safe to publish. */
export interface Draft {
  review: PublicReview;
  uses: Use[];
  /** What is known of the figures in it and is not told. */
  cells: Cell[];
  /** What every reading of the log says, by its id: also of those that were taken back. */
  readings: ReadonlyMap<string, Reading['value']>;
  /** Names of members who did not agree to be named. */
  unnamed: string[];
}

/** The key under which a priority is known in public: the same in every review, and not its id. */
export const keyOfPriority = (thread: number): string => `p${thread + 1}`;

/**
 * What a review says, from the records of the log. Figures, targets, purpose and evidence stand as they did when its
 * figures were taken in (`asAt`); what was answered since counts as answered. `note` says what a later edition puts right.
 */
export function summarise(scene: ReviewScene, at: number, note?: string): Draft {
  const { body, id } = scene.review;
  const uses: Use[] = [];
  const cells: Cell[] = [];
  const use: NoteUse = (ref, where) => uses.push({ ref: { kind: ref.kind, id: ref.id }, at: where });
  const schools = schoolsOf(scene);
  const cluster = known(scene.clusters)[0]?.body;
  const sections = known(scene.sections).filter((one) => one.body.review === id && one.body.text !== '');
  const whole = (part: 'summary' | 'together', where: string) => {
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
  const what = priorities.map((priority, i) => {
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
    const open = unansweredFor(scene, priority.id, body.asAt);
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
      unanswered: open.evidence.length + open.responses.length,
      log: stancesOf(scene, priority.id),
    };
  });
  const why = purpose?.body?.text;
  const summary = whole('summary', '/summary');
  const together = whole('together', '/how/together');
  const review: PublicReview = {
    v: 1,
    partnership: {
      name: cluster?.name ?? '',
      word: cluster?.word ?? 'cluster',
      ...(cluster?.demo && { demo: true }),
    },
    schools: schools.map((one) => ({ urn: one.body.urn, name: one.body.name })),
    period: body.period,
    edition: body.editions + 1,
    published: at,
    asAt: body.asAt,
    ...(summary && { summary }),
    ...(why && { why }),
    how: {
      values: values.map(({ body: { title, adopt, refuse } }) => ({ title, adopt, refuse })),
      ...(together && { together }),
    },
    what,
    signed: signedOf(scene, schools, use),
    ...(body.editions > 0 && note && { changed: { note, where: [] } }),
  };
  const readings = new Map(known(scene.readings).map((one) => [one.id, one.body.value]));
  return { review, uses, cells, readings, unnamed: unagreed(scene) };
}

/** The schools that stand in a review, by URN: those that take part, and those that are away for a while. */
export const schoolsOf = ({ schools }: Pick<ReviewScene, 'schools'>): Known<School>[] =>
  known(schools)
    .filter(({ body }) => body.away?.how !== 'left')
    .sort((a, b) => (a.body.urn < b.body.urn ? -1 : 1));

function stancesOf({ evidence, review }: ReviewScene, priority: string) {
  const count = { supports: 0, challenges: 0, context: 0 };
  for (const { body } of evidence) {
    if (!body?.priorities.includes(priority) || body.at > review.body.asAt) continue;
    if (body.stance && typeof body.withdrawn !== 'number') count[body.stance]++;
  }
  return count;
}

function signedOf(scene: ReviewScene, schools: readonly Known<School>[], use: NoteUse): PublicReview['signed'] {
  const { review, signOffs } = scene;
  const wording = wordingOf(scene);
  const signed: PublicReview['signed'] = [];
  for (const school of schools) {
    const { urn } = school.body;
    if (!takesPart(school)) {
      signed.push({ urn, how: 'absent' });
      continue;
    }
    const signature = signatureOf(signOffs, { review: review.id, school: school.id, wording });
    if (!signature?.body) continue;
    const { how, text, by, at } = signature.body;
    const where = `/signed/${signed.length}`;
    const name = nameOf(scene, by);
    if (text) use(signature, `${where}/text`);
    if (name) use({ kind: 'member', id: by }, `${where}/name`);
    signed.push({ urn, how, ...(text && { text }), ...(name && { name }), at });
  }
  return signed;
}

function nameOf(scene: ReviewScene, member: string): string | undefined {
  const body = scene.members.find(({ id }) => id === member)?.body;
  return body && !body.forgotten && hasAgreed(scene, member) ? body.name : undefined;
}
