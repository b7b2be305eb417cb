const notPlain = /[^\x20-\x7e\s]/;

/**
 * A text as words to be found: lower case, without accents, letters and digits only, one space before, between and
 * after them.
 */
export function wordsOf(text: string): string {
  // Nearly every text needs no more than the first line, which is several times as fast.
  if (!notPlain.test(text)) return ` ${text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} `.replace(/ {2,}/g, ' ');
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.replace(/ {2,}/g, ' ');
}

/**
 * What is asked of a text in the form of `wordsOf`: that it has every word that was typed, the last of them at least
 * begun. Nothing typed asks nothing: `undefined`.
 */
export function wordsAsked(typed: string): ((words: string) => boolean) | undefined {
  const asked = wordsOf(typed).trim();
  if (asked === '') return undefined;
  const parts = asked.split(' ').map((word) => ` ${word}`);
  const whole = parts.slice(0, -1).map((part) => `${part} `);
  // The longest is the rarest, as a rule.
  const inOrder = [...new Set([...whole, parts.at(-1) ?? ''])].sort((a, b) => b.length - a.length);
  return (words) => inOrder.every((part) => words.includes(part));
}
