import { clipOf } from '../../shared/evidence/pasted.ts';
import type { Draft } from '../replica/database.ts';
import { withTag } from './tag-field.tsx';

/** A card as it goes into the log: a tag half typed counts, a priority that is no longer there does not. */
export function bodyOf(card: Draft, priorities: readonly { id: string }[]) {
  const { id, link, seen, image, table, stance } = card;
  // What was pasted is a clip as soon as it is put down.
  const { passages, what, source } = card.pasted ? clipOf(card.pasted) : card;
  return {
    id,
    passages,
    ...(what && { what }),
    ...(source && { source }),
    ...(link && { link }),
    ...(seen && { seen }),
    ...(image && { image }),
    ...(table && { table }),
    ...(stance && { stance }),
    note: card.note.trim(),
    tags: withTag(card.tags, card.tag),
    priorities: card.priorities.filter((one) => priorities.some((priority) => priority.id === one)),
  };
}
