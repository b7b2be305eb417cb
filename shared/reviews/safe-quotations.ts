import { type Change, changeAt } from './change.ts';
import { withValue } from './pointer.ts';
import type { PublicReview } from './public-review.ts';

/** So much of a work is quoted: more where its licence lets anyone copy it. */
const most = { open: { characters: 1000, words: 200 }, other: { characters: 400, words: 75 } } as const;

/** Licences that let anyone copy what is attributed: the Open Government Licence, and Creative Commons BY. */
export const isOpenLicence = (licence: string | undefined): boolean =>
  licence !== undefined &&
  (/\bOGL\b|open government licen[cs]e/i.test(licence) ||
    /\bCC0\b|publicdomain\/zero|\bCC[ -]BY\b(?![ -](?:NC|ND))|creativecommons\.org\/licenses\/by(?:-sa)?\/|creative commons attribution(?! ?-?non|[- ]no)/i.test(
      licence,
    ));

/** Shortens quotations to what their licence lets be quoted. */
export function safeQuotations(given: PublicReview): { review: PublicReview; changes: Change[] } {
  let review = given;
  const changes: Change[] = [];
  for (const [i, { evidence }] of given.what.entries())
    for (const [j, piece] of evidence.entries()) {
      const { quote, source } = piece;
      if (quote === undefined) continue;
      const short = shortened(quote, isOpenLicence(source?.licence) ? most.open : most.other);
      if (short === quote) continue;
      const at = `/what/${i}/evidence/${j}`;
      review = withValue(review, at, { ...piece, quote: short, shortened: true });
      const where = `Quotation ${piece.n}${source?.title ? `, from ‘${source.title.slice(0, 120)}’` : ''}`;
      changes.push(changeAt(at, { what: 'shortened', where, before: quote, after: short }));
    }
  return { review, changes };
}

/** A text cut at the end of a sentence, or else of a word, with what says that more followed. */
export function shortened(text: string, { characters, words }: { characters: number; words: number }): string {
  const all = [...text.matchAll(/\S+/gu)];
  const last = all[words - 1];
  const byWords = all.length > words && last ? last.index + last[0].length : text.length;
  if (byWords >= text.length && text.length <= characters) return text;
  // Room for the sign that more followed.
  const part = text.slice(0, Math.min(byWords, characters - 2)).replace(/[\ud800-\udbff]$/, '');
  const sentence = part.search(/[.!?]["”’)]?(?=\s[^.!?]*$)/u);
  const half = part.length / 2;
  if (sentence >= half) return `${part.slice(0, sentence + 1 + (/^["”’)]/.test(part.slice(sentence + 1)) ? 1 : 0))} …`;
  const cutInWord = /\S/.test(text.charAt(part.length)) && /\s/.test(part);
  return `${(cutInWord ? part.replace(/\s+\S*$/u, '') : part).trimEnd()} …`;
}
