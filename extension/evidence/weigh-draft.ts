import type { Stance } from '../../shared/evidence/evidence.ts';
import type { Strength, Weighing } from '../../shared/evidence/weighing.ts';
import { newId } from '../../shared/ids.ts';
import { withTag } from './tag-field.tsx';

/** A weighing as far as it is made. */
export interface WeighDraft {
  relevant: boolean | null;
  reason: string;
  strength: Strength | null;
  stance: Stance | null;
  soWhat: string;
  tags: string[];
  /** A tag half typed. */
  tag: string;
}

/** Where the form of one piece keeps its words. */
export const draftPlace = (evidence: string): string => `weigh/${evidence}`;

/** What a form begins with: what one said before, or nothing. */
export const draftFrom = (mine: Weighing | undefined): WeighDraft => ({
  relevant: mine?.relevant ?? null,
  reason: mine?.reason ?? '',
  strength: mine?.strength ?? null,
  stance: mine?.stance ?? null,
  soWhat: mine?.soWhat ?? '',
  tags: [...(mine?.tags ?? [])],
  tag: '',
});

/** What is missing before it can be saved. */
export function lacksOf({ relevant, reason }: WeighDraft): 'relevant' | 'reason' | undefined {
  if (relevant === null) return 'relevant';
  return !relevant && reason.trim() === '' ? 'reason' : undefined;
}

/** The weighing as it goes into the log. */
export function weighingFrom(draft: WeighDraft, evidence: string, wording: number) {
  const { relevant, reason, strength, stance, soWhat } = draft;
  const tags = withTag(draft.tags, draft.tag);
  return {
    ...{ id: newId(), evidence, wording, relevant: relevant === true },
    ...(relevant !== true && { reason: reason.trim() }),
    ...(strength && { strength }),
    ...(stance && { stance }),
    ...(soWhat.trim() && { soWhat: soWhat.trim() }),
    ...(tags.length > 0 && { tags }),
  };
}
