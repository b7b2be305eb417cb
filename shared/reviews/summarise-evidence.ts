import { type Evidence, isWithdrawn } from '../evidence/evidence.ts';
import { tableWords } from '../evidence/table-words.ts';
import type { NoteUse } from './edition-kind.ts';
import { type Known, known } from './known.ts';
import type { PublicEvidence } from './public-review.ts';
import { accountParts, type Citation } from './review-kind.ts';
import type { ContentScene } from './scene.ts';

/**
 * What a priority's part of a review cites, part by part, numbered on from what was cited before. Notes are the
 * cluster's own: of what was seen ourselves only how and when are told.
 */
export function citedOf(
  scene: ContentScene,
  priority: string,
  before: number,
  use: NoteUse,
  where: string,
): PublicEvidence[] {
  const order = (part: Citation['part']) => accountParts.indexOf(part);
  return known(scene.citations)
    .filter(({ body }) => body.review === scene.review.id && body.priority === priority && !body.dropped)
    .sort((a, b) => order(a.body.part) - order(b.body.part) || a.body.at - b.body.at)
    .flatMap((citation) => {
      const piece = known(scene.evidence).find(({ id }) => id === citation.body.evidence);
      // What was taken back or erased since is cited no more.
      return piece && !isWithdrawn(piece.body) ? [{ citation, piece }] : [];
    })
    .map(({ citation, piece }, i) => {
      use(piece, `${where}/${i}`);
      if (citation.body.exact) use(citation, `${where}/${i}`);
      return { n: before + i + 1, part: citation.body.part, ...toldOf(piece, citation.body) };
    });
}

function toldOf({ body }: Known<Evidence>, { exact }: Citation): Omit<PublicEvidence, 'n' | 'part'> {
  const { stance, passages, table, seen, source, link } = body;
  const quote = exact ?? passages.map((one) => one.exact.trim()).join(' … ');
  const from = sourceOf(source, passages[0]) ?? (link && { title: link.text || link.url, ...addressOf(link.url) });
  return {
    ...(stance && { stance }),
    ...(quote && { quote }),
    ...(table && { figure: tableWords(table).slice(0, 600) }),
    ...(seen && { seen: { how: seen.how, ...(seen.on && { on: seen.on }) } }),
    ...(from && { source: from }),
  };
}

/** An address that anybody can open: a file on somebody's disk is none. */
const addressOf = (url: string) => (/^https?:/i.test(url) ? { url } : {});

function sourceOf(
  source: Evidence['source'],
  at: Evidence['passages'][number] | undefined,
): PublicEvidence['source'] | undefined {
  if (!source) return undefined;
  const { url, title, site, publisher = site, author, published, licence } = source;
  const page = at?.label ?? (at?.page === undefined ? undefined : String(at.page));
  return {
    ...addressOf(url),
    title,
    ...(publisher && { publisher }),
    ...(author && { author }),
    ...(published && { published }),
    ...(licence && { licence }),
    ...(page && { page }),
  };
}
