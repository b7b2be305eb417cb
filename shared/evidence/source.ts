/** A text from a page as one line of at most so many characters, or `undefined` where nothing is left of it. */
export function oneLine(text: unknown, most: number): string | undefined {
  if (typeof text !== 'string') return undefined;
  // Controls and marks that turn the direction of writing could make it read as something else.
  const line = text
    .slice(0, most * 4)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  const cut = line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
  // Half of a pair is no character.
  return cut.toWellFormed().replace(/\ufffd/g, '') || undefined;
}

/** A date as pages write it in their descriptions, as ISO 8601 and as exact as it is; never guessed. */
export function partialDate(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const found = /^\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:[T ][\d:.+\-Z ]{0,40})?\s*$/.exec(text.slice(0, 80));
  if (!found) return undefined;
  const parts = found.slice(1).filter((part) => part !== undefined);
  const [year = '', month = '01', day = '01'] = parts;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // The 31st of February is a mistake, not a day in March.
  if (at.getUTCMonth() !== Number(month) - 1 || at.getUTCDate() !== Number(day) || Number(year) < 1000)
    return undefined;
  return parts.map((part, i) => (i === 0 ? part : part.padStart(2, '0'))).join('-');
}

/** The most characters that a source keeps of each of these. */
export const longestOf = { title: 500, site: 200, author: 300, url: 2000, linkText: 500, alt: 1000 } as const;
