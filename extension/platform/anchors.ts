import { parseDoi } from '../../shared/evidence/doi.ts';
import { articleKey, pageKey } from '../../shared/evidence/page-key.ts';
import { Priority } from '../../shared/priorities/priority.ts';
import type { Entry } from '../replica/entries.ts';
import type { Replica } from '../replica/replica.ts';
import type { Anchor } from './messages.ts';

/**
 * The number of an entry on a page: always the same, so that nothing need be remembered of pages, and of no use for
 * finding out which entry it is (53 bits of a mixing of both, after cyrb53, which is in the public domain).
 */
export function anchorNumber(url: string, id: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const char of `${pageKey(url)} ${id}`) {
    const code = char.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** What a page is told: where its entries stand and how to draw them. No ids, no names, no notes. */
export async function anchorsOf(
  replica: Replica,
  url: string,
  { fingerprint, doi }: { fingerprint?: string | undefined; doi?: string | undefined } = {},
): Promise<{ anchors: Anchor[]; entries: readonly Entry[] }> {
  const entries = await replica.view.onPage(url, articleKey(url, parseDoi(doi)), fingerprint);
  if (entries.length === 0) return { anchors: [], entries };
  const priorities = new Map((await replica.view.list(Priority)).map(({ id, body }) => [id, body]));
  const anchors = entries.flatMap(({ record: { id, body } }): Anchor[] => {
    if (!body || body.passages.length === 0) return [];
    const [first] = body.priorities.flatMap((one) => priorities.get(one) ?? []);
    const passages = body.passages.map(({ exact, prefix, suffix, start, end }) => ({
      exact,
      prefix,
      suffix,
      start,
      end,
    }));
    return [
      {
        n: anchorNumber(url, id),
        passages,
        thread: first?.thread ?? null,
        proposed: first?.state === 'proposed',
      },
    ];
  });
  return { anchors, entries };
}
