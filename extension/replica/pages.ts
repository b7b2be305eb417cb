import type { Page } from '../../shared/sync.ts';
import { type Database, getMeta, setMeta } from './database.ts';
import { forgetKept, formsGone } from './writing.ts';

/**
 * Stores a page of changes and moves the cursor, in one transaction. Answers `gap` where the page does not begin at
 * the cursor: something is missing between, and only a pull brings it. A page that is known already changes nothing.
 * What the page brings leaves the outbox in the same moment, so that nothing flickers or shows twice.
 */
export function storePage(db: Database, page: Pick<Page, 'after' | 'seq' | 'records'>): Promise<'stored' | 'gap'> {
  return db.transaction('rw', db.records, db.meta, db.outbox, async () => {
    const cursor = (await getMeta(db, 'cursor')) ?? 0;
    if (page.seq <= cursor) return 'stored';
    if (page.after > cursor) return 'gap';
    await db.records.bulkPut(page.records);
    await setMeta(db, 'cursor', page.seq);
    // What was erased must not live on in what was made of it.
    if (page.records.some(({ body }) => body === null)) await db.meta.delete('logRows');
    const gone = formsGone(page.records);
    if (gone.length > 0) await forgetKept(db, gone);
    await db.outbox
      .where({ state: 'accepted' })
      .filter((row) => (row.seq ?? 0) <= page.seq)
      .delete();
    return 'stored';
  });
}
