import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { line, Rev } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind } from '../record.ts';

/** A search of the log that the whole cluster can use again. */
export interface SavedSearch {
  name: string;
  query: string;
  by: string;
  at: number;
  dropped?: number | null;
}

export const SavedSearch = defineKind<SavedSearch>('search');

export const keepSearch = defineAction({
  name: 'search.keep',
  capability: 'search.keep',
  body: z.strictObject({ id: Id, name: line(120), query: line(1000) }),
  reads: () => [SavedSearch],
  decide({ id, ...body }, { actor, list, now }) {
    if (list(SavedSearch).some((one) => one.body?.query === body.query && !one.body.dropped)) {
      return fail('exists', SavedSearch.kind);
    }
    return ok([{ op: 'create', kind: SavedSearch, id, body: { ...body, by: actor.member, at: now } }]);
  },
});

/** Renames a saved search, lets it go, or takes it up again. */
export const editSearch = defineAction({
  name: 'search.edit',
  capability: 'search.keep',
  body: z.strictObject({ id: Id, rev: Rev, name: z.optional(line(120)), dropped: z.optional(z.boolean()) }),
  reads: ({ id }) => [{ kind: SavedSearch.kind, id }],
  decide({ id, rev, name, dropped }, { get, now }) {
    if (!get(SavedSearch, id)?.body) return fail('missing', SavedSearch.kind);
    const set = dropped === undefined ? {} : { dropped: dropped ? now : null };
    return ok([{ op: 'patch', kind: SavedSearch, id, rev, body: { ...(name && { name }), ...set } }]);
  },
});
