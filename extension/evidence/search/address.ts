import { parseQuery, printQuery, type Query } from '../../../shared/evidence/query.ts';
import { hrefTo } from '../../ui/route.ts';

/** The address of what is found by a query, within the log page: `#/evidence?q=…`, or of another view of it. */
export function searchHref(query: Query, ...view: string[]): string {
  const line = printQuery(query);
  return hrefTo('evidence', ...view) + (line === '' ? '' : `?q=${encodeURIComponent(line)}`);
}

/** The query in a fragment of the log page. */
export function queryIn(hash: string): Query {
  const at = hash.indexOf('?');
  return at < 0 ? [] : parseQuery(new URLSearchParams(hash.slice(at + 1)).get('q') ?? '');
}
