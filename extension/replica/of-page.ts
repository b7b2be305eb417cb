import { Evidence } from '../../shared/evidence/evidence.ts';
import { pageKey } from '../../shared/evidence/page-key.ts';
import type { Record } from '../../shared/record.ts';
import type { Database } from './database.ts';

const index = '[kind+body.source.url]';

/**
 * The evidence in the base that was saved from a page, by whatever address. The index is over addresses as they were
 * saved, so each way of writing this one is looked up, and the page's key decides.
 */
export async function recordsOfPage(db: Database, url: string): Promise<Record[]> {
  const key = pageKey(url);
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    return db.records.where(index).equals([Evidence.kind, key]).toArray();
  }
  const path = key.split(/[?#]/)[0] ?? key;
  const addresses = ['https://', 'http://'].flatMap((scheme) => [`${scheme}${path}`, `${scheme}www.${path}`]);
  // The address itself, and with a query, a fragment or a session of its own, with or without a slash before those.
  const found = await Promise.all(
    addresses
      .flatMap((address) => [
        db.records.where(index).anyOf([
          [Evidence.kind, address],
          [Evidence.kind, `${address}/`],
        ]),
        ...['?', '#', ';', '/?', '/#'].map((mark) => {
          const start = `${address}${mark}`;
          return db.records.where(index).between([Evidence.kind, start], [Evidence.kind, `${start}\uffff`]);
        }),
      ])
      .map((rows) => rows.toArray()),
  );
  return found.flat().filter((record) => {
    const source = Evidence.read(record)?.source;
    return source !== undefined && pageKey(source.url) === key;
  });
}
