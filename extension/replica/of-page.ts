import { Dexie, type PromiseExtended } from 'dexie';
import { Evidence, type Source } from '../../shared/evidence/evidence.ts';
import { addressesOf, doiOfKey, pageKey, sourceKey } from '../../shared/evidence/page-key.ts';
import type { Record } from '../../shared/record.ts';
import type { Database } from './database.ts';

/** Whether an address is worth parsing for a DOI: see `doiOfAddress`. */
const mayHaveDoi = /10(?:\.|%2e)|nature\.com/i;

const index = '[kind+body.source.url]';

/** Whether something was read on a page: at an address of its, in the article that it is, or in the same file elsewhere. */
export const isOfPage = (source: Source, key: string, fingerprint?: string): boolean =>
  pageKey(source.url) === key ||
  (source.kind === 'research' && sourceKey(source) === key) ||
  (fingerprint !== undefined && source.fingerprint === fingerprint);

/**
 * The evidence in the base that was saved from a page, by whatever address. The index is over addresses as they were
 * saved, so each way of writing this one is looked up, and the page's key decides: that of its address, or the one by
 * which the page itself says that it is known. Of a file whose fingerprint is given, that decides too.
 */
export function recordsOfPage(
  db: Database,
  url: string,
  key = pageKey(url),
  fingerprint?: string,
): PromiseExtended<Record[]> {
  const doi = doiOfKey(key);
  const found = /^https?:/i.test(url)
    ? doi
      ? recordsOfArticle(db, doi)
      : recordsAt(db, key)
    : db.records.where(index).equals([Evidence.kind, key]).toArray();
  const same = db.records
    .where('[kind+body.source.fingerprint]')
    .equals([Evidence.kind, fingerprint ?? ''])
    .toArray();
  return Dexie.Promise.all([found, same] as const).then(([here, elsewhere]) => {
    const byId = new Map([...here, ...elsewhere].map((record) => [record.id, record]));
    return [...byId.values()].filter((record) => {
      const source = Evidence.read(record)?.source;
      return source !== undefined && isOfPage(source, key, fingerprint);
    });
  });
}

/** What was saved from addresses that may have a key. */
function recordsAt(db: Database, page: string): PromiseExtended<Record[]> {
  const { exact, starts } = addressesOf(page);
  const key = (address: string): [string, string] => [Evidence.kind, address];
  const ranges = [
    ...exact.map((address): [[string, string], [string, string]] => [key(address), key(address)]),
    ...starts.map((start): [[string, string], [string, string]] => [key(start), key(`${start}\uffff`)]),
  ];
  return db.records.where(index).inAnyRange(ranges, { includeLowers: true, includeUppers: true }).toArray();
}

/** An article with a DOI may have been saved from any host: the addresses alone are gone through, then those fetched. */
function recordsOfArticle(db: Database, doi: string): PromiseExtended<Record[]> {
  const all = db.records.where(index).between([Evidence.kind, 'http'], [Evidence.kind, 'http\uffff']);
  const addresses = new Set<string>();
  const collected = all.eachKey((at) => {
    const address = Array.isArray(at) ? String(at[1]) : '';
    if (mayHaveDoi.test(address) && pageKey(address) === `doi:${doi}`) addresses.add(address);
  });
  const byAddress = collected.then(() =>
    db.records
      .where(index)
      .anyOf([...addresses].map((address) => [Evidence.kind, address]))
      .toArray(),
  );
  const byDoi = db.records.where('[kind+body.source.doi]').equals([Evidence.kind, doi]).toArray();
  return Dexie.Promise.all([byAddress, byDoi] as const).then(([some, others]) => [
    ...new Map([...some, ...others].map((record) => [record.id, record])).values(),
  ]);
}
