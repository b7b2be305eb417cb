import type { Evidence } from '../../shared/evidence/evidence.ts';
import { tableWords } from '../../shared/evidence/table-words.ts';
import { seenWords } from '../evidence/seen-words.ts';

/** The words of a piece, all of them: what is quoted where nothing shorter was chosen. */
export const quoteOf = ({ passages }: Pick<Evidence, 'passages'>): string =>
  passages.map(({ exact }) => exact.trim()).join(' … ');

/** What would be published of a piece: its words, its figure, or how it was seen. Never its note. */
export function publicWords(piece: Evidence, exact?: string): string {
  const quote = exact ?? quoteOf(piece);
  if (quote) return `“${quote}”`;
  if (piece.table) return tableWords(piece.table);
  if (piece.seen) return [seenWords[piece.seen.how], piece.seen.on].filter(Boolean).join(', ');
  return piece.link?.text || piece.link?.url || piece.source?.title || '';
}
