import { takesPart } from '../cluster/schools.ts';
import { isWithdrawn } from '../evidence/evidence.ts';
import { holdsUpn } from '../evidence/upn-shape.ts';
import { isPublicSource } from './citation.ts';
import { known } from './known.ts';
import type { ReviewScene } from './scene.ts';
import { summarise } from './summarise.ts';
import { type Hindrance, unwrittenOf } from './unwritten.ts';
import { signatureOf, wordingOf } from './wording.ts';

export type { Hindrance } from './unwritten.ts';

/** Everything that stands between a draft and its publication, in the order in which it is asked. Empty: it can go. */
export function hindrancesOf(scene: ReviewScene): Hindrance[] {
  const found: Hindrance[] = [];
  const publicity = known(scene.publicities)[0]?.body;
  if (publicity?.state !== 'ours') found.push({ code: 'no-address' });
  const schools = known(scene.schools).filter(takesPart);
  if (schools.length === 0) found.push({ code: 'no-schools' });
  if (publicity?.questions !== false) {
    for (const { id } of schools)
      if (!scene.contacts.some((one) => one.id === id && one.body)) found.push({ code: 'no-contact', detail: id });
  }
  found.push(...unwrittenOf(scene));
  for (const { body } of known(scene.citations)) {
    if (body.review !== scene.review.id || body.dropped) continue;
    const piece = scene.evidence.find(({ id }) => id === body.evidence)?.body;
    if (piece && !isWithdrawn(piece) && !isPublicSource(piece))
      found.push({ code: 'restricted-source', detail: body.evidence });
  }
  const wording = wordingOf(scene);
  for (const { id } of schools) {
    if (!signatureOf(scene.signOffs, { review: scene.review.id, school: id, wording }))
      found.push({ code: 'not-signed', detail: id });
  }
  if (holdsUpn(summarise(scene, 0).review)) found.push({ code: 'pupil-number' });
  return found;
}
