import { differencesOf } from './differences.ts';
import { type Change, safeToPublish } from './disclosure.ts';
import type { Edition, Use } from './edition-kind.ts';
import { type Hindrance, hindrancesOf } from './hindrances.ts';
import { known } from './known.ts';
import type { PublicReview } from './public-review.ts';
import type { ReviewScene } from './scene.ts';
import { summarise } from './summarise.ts';
import { wordingOf } from './wording.ts';

/** A draft as it would be published now, with what a person sees before that. */
export interface Prepared {
  review: PublicReview;
  uses: Use[];
  /** What is changed to make it safe; a person confirms every one by its key. */
  changes: Change[];
  hindrances: Hindrance[];
  wording: number;
}

/** The newest edition of a review that was not withdrawn. */
export const newestEdition = ({ review, editions }: Pick<ReviewScene, 'review' | 'editions'>): Edition | undefined =>
  known(editions)
    .map(({ body }) => body)
    .filter((body) => body.review === review.id && !body.withdrawn)
    .reduce<Edition | undefined>((newest, one) => (one.n > (newest?.n ?? 0) ? one : newest), undefined);

/** Everything that publishing a draft at a moment comes to. Screens show it, and the rule of publishing runs it again. */
export function prepare(scene: ReviewScene, at: number): Prepared {
  const draft = summarise(scene, at);
  const { review, uses, changes } = safeToPublish(
    draft,
    known(scene.editions).map(({ body }) => body),
  );
  const before = newestEdition(scene)?.frozen;
  const where = before && review.changed ? differencesOf(before, review) : [];
  return {
    review: review.changed ? { ...review, changed: { ...review.changed, where } } : review,
    uses,
    changes,
    hindrances: hindrancesOf(scene),
    wording: wordingOf(scene),
  };
}
