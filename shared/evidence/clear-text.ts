/** A text as it is looked at, and where each of its characters stands in the text that was given. */
export interface ClearText {
  text: string;
  /** The place in the given text of a place in this one; its end for the end. */
  placeOf: (at: number) => number;
}

const unseen = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/;

/**
 * What a person sees of a text, one character for each: without characters that show nothing (they split a number for a
 * program, not for a reader), full-width digits and letters and all spaces and dashes as the plain ones.
 */
export function clearText(given: string): ClearText {
  const plain = given
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'");
  if (!unseen.test(plain)) return { text: plain, placeOf: (at) => at };
  const parts: string[] = [];
  const places: number[] = [];
  for (let i = 0; i < plain.length; i++) {
    const one = plain.charAt(i);
    if (unseen.test(one)) continue;
    parts.push(one);
    places.push(i);
  }
  // The end of a find is after its last character, whatever unseen ones follow.
  return { text: parts.join(''), placeOf: (at) => places[at] ?? given.length };
}
