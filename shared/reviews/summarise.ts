import { type School, takesPart } from '../cluster/schools.ts';
import type { Reading } from '../priorities/reading.ts';
import { contentOf, schoolsOf } from './content.ts';
import type { NoteUse, Use } from './edition-kind.ts';
import { type Known, known } from './known.ts';
import type { PublicReview } from './public-review.ts';
import type { ReviewScene } from './scene.ts';
import type { Cell } from './summarise-figures.ts';
import { unansweredFor } from './unanswered.ts';
import { signatureOf, wordingOfContent } from './wording.ts';

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

/**
 * What a review says, from the records of the log: its content, how much of the log speaks for and against each priority,
 * and what schools signed. What was answered before the moment of publishing counts as answered.
 */
export function summarise(scene: ReviewScene, at: number): Draft {
  const { body } = scene.review;
  const { content, priorities, uses, cells } = contentOf(scene);
  const use: NoteUse = (ref, where) => uses.push({ ref: { kind: ref.kind, id: ref.id }, at: where });
  const review: PublicReview = {
    ...content,
    edition: body.editions + 1,
    published: at,
    asAt: body.asAt,
    what: content.what.map((one, i) => {
      const priority = priorities[i] ?? '';
      const open = unansweredFor(scene, priority, at);
      return { ...one, unanswered: open.evidence.length + open.responses.length, log: stancesOf(scene, priority) };
    }),
    signed: signedOf(scene, schoolsOf(scene), wordingOfContent(content), use),
  };
  const readings = new Map(known(scene.readings).map((one) => [one.id, one.body.value]));
  return { review, uses, cells, readings, unnamed: unnamedOf(scene) };
}

function stancesOf({ evidence, review }: ReviewScene, priority: string) {
  const count = { supports: 0, challenges: 0, context: 0 };
  for (const { body } of evidence) {
    if (!body?.priorities.includes(priority) || body.at > review.body.asAt) continue;
    if (body.stance && typeof body.withdrawn !== 'number') count[body.stance]++;
  }
  return count;
}

function signedOf(
  scene: ReviewScene,
  schools: readonly Known<School>[],
  wording: number,
  use: NoteUse,
): PublicReview['signed'] {
  const { review, signOffs } = scene;
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

const agreed = ({ namings }: ReviewScene, member: string): boolean =>
  namings.some(({ id, body }) => id === member && body?.agreed);

function nameOf(scene: ReviewScene, member: string): string | undefined {
  const body = scene.members.find(({ id }) => id === member)?.body;
  return body && !body.forgotten && agreed(scene, member) ? body.name : undefined;
}

const unnamedOf = (scene: ReviewScene): string[] =>
  known(scene.members).flatMap(({ id, body }) => (body.forgotten || agreed(scene, id) ? [] : [body.name]));
