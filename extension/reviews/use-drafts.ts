import { useMemo, useRef } from 'preact/hooks';
import { type Contents, contentOf } from '../../shared/reviews/content.ts';
import { known } from '../../shared/reviews/known.ts';
import { Review, SignOff } from '../../shared/reviews/review-kind.ts';
import { type ContentLists, citedIn, contentKinds } from '../../shared/reviews/scene.ts';
import { wordingOfContent } from '../../shared/reviews/wording.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import type { Whole } from './use-reviews.ts';

/** Reviews that are being written, with what they are made of. */
export interface Drafts extends ContentLists {
  reviews: Whole<Review>[];
  signOffs: Whole<SignOff>[];
}

const kinds = { ...contentKinds, signOffs: SignOff };

/**
 * The reviews that are being written, live; `undefined` until they are read, `null` where there are none: then nothing
 * else is read. Of the evidence only what they cite is.
 */
export function useDrafts(): Drafts | null | undefined {
  const { view } = useReplica();
  const reviews = useLive(() => view.lists({ reviews: Review }).then((all) => known(all.reviews)));
  const open = reviews?.filter(({ body: { state } }) => state === 'draft' || state === 'correcting');
  const any = Boolean(open?.length);
  const lists = useLive(() => (any ? view.lists(kinds) : Promise.resolve(undefined)), [any]);
  const ids = [...new Set((lists && open?.flatMap(({ id }) => citedIn(lists.citations, id))) || [])].sort();
  const asked = ids.join();
  const pieces = useLive(() => view.these(ids).then((found) => ({ asked, found })), [asked]);
  const last = useRef<Drafts>(undefined);
  return useMemo(() => {
    if (open?.length === 0) return null;
    // While what was newly cited is read, what was there stays: nobody's form closes.
    if (!open || !lists || pieces?.asked !== asked) return last.current;
    const evidence = [...pieces.found.values()].map(({ record }) => record);
    last.current = { ...lists, signOffs: known(lists.signOffs), reviews: open, evidence };
    return last.current;
  }, [reviews, lists, pieces, asked]);
}

/** What would be published of a draft, and the wording that a signature to it is to. */
export interface Draft extends Contents {
  wording: number;
}

/** One review that is being written; `undefined` until it is read, or where it is not open. */
export function useDraft(id: string): Draft | undefined {
  const drafts = useDrafts();
  return useMemo(() => {
    const review = drafts?.reviews.find((one) => one.id === id);
    if (!drafts || !review) return undefined;
    const contents = contentOf({ ...drafts, review });
    return { ...contents, wording: wordingOfContent(contents.content) };
  }, [drafts, id]);
}
