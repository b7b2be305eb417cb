import type { Line } from './dom.ts';
import type { Said } from './source.ts';

const urn = /\b(?:URN|Unique reference number)\b[\s:.–-]*((?:EY|SC|CA)?\d{5,7})\b/i;
const laestab = /\b(?:LAESTAB|DfE (?:establishment )?number|DfE no\.?|LA\/Estab)\b[\s:.–-]*(\d{3})\s?\/?\s?(\d{4})\b/i;
const ukprn = /\b(?:UKPRN|UK provider reference number)\b[\s:.–-]*(1\d{7})\b/i;

/** A URN of a school or of a setting, from an address or a cell; in capitals. */
export const urnOf = (text: string | undefined): string | undefined =>
  /^(?:(?:EY|SC|CA)\d{5,6}|\d{5,7})$/.exec((text ?? '').trim().toUpperCase())?.[0];

/** The numbers of a school in a text that names each of them: 'URN: 100000, DfE number: 201/3614, UKPRN: 10079319'. */
export function numbersIn(text: string): Said {
  const local = laestab.exec(text);
  return {
    urn: urn.exec(text)?.[1]?.toUpperCase(),
    laestab: local ? `${local[1]}/${local[2]}` : undefined,
    ukprn: ukprn.exec(text)?.[1],
  };
}

/**
 * The numbers of the one school that some lines are about. Where lines name different schools, they say nothing of
 * which is meant. A table may have the name of a number in one line and the number in the next.
 */
export function numbersOf(lines: readonly Line[]): Said {
  const found: Said = {};
  const torn = new Set<keyof Said>();
  for (const [i, { text }] of lines.entries()) {
    if (!/\b(URN|Unique reference|LAESTAB|DfE |LA\/Estab|UKPRN|UK provider)/i.test(text)) continue;
    const said = numbersIn(text.length < 60 ? `${text} ${lines[i + 1]?.text ?? ''}` : text);
    for (const key of ['urn', 'laestab', 'ukprn'] as const) {
      const value = said[key];
      if (value === undefined) continue;
      if (found[key] !== undefined && found[key] !== value) torn.add(key);
      found[key] ??= value;
    }
  }
  for (const key of torn) delete found[key];
  return found;
}
