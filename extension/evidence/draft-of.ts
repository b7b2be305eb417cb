import type { Draft } from '../replica/database.ts';
import type { Entry } from '../replica/entries.ts';

/** A refused entry as a card again, with everything that was on it. */
export function draftOf(entry: Entry, id: string, now: number): Draft {
  const { body } = entry.record;
  const { what, source, link, seen, image, table, stance } = body ?? {};
  return {
    id,
    passages: body?.passages ?? [],
    note: body?.note ?? '',
    tags: body?.tags ?? [],
    tag: '',
    priorities: body?.priorities ?? [],
    changed: now,
    ...(what && { what }),
    ...(source && { source }),
    ...(link && { link }),
    ...(seen && { seen }),
    ...(image && { image }),
    ...(table && { table }),
    ...(stance && { stance }),
  };
}
