import { facetNames, quotable, settingNames, type TermName } from '../../../shared/evidence/query.ts';
import { type Facet, none } from '../../replica/search/facets.ts';
import { wordsOf } from '../../replica/words.ts';

/** Something that may stand in place of what is typed. */
export interface Offer {
  /** What it is called, for the list. */
  label: string;
  /** What it is: `tag`; or what it is for. */
  hint: string;
  text: string;
}

/** What is offered at a place in the line, and which part of it that would replace. */
export interface Completion {
  offers: readonly Offer[];
  from: number;
  to: number;
}

const all = [...facetNames, ...settingNames];

/** So many are offered at once, of what is begun. */
const most = 8;

/** What may be asked by name, with what it is for. */
const hints: { readonly [name in TermName]: string } = {
  priority: 'what it bears on',
  tag: 'of our codebook',
  stance: 'supports, challenges or context',
  strength: 'how far it can be trusted',
  by: 'who saved it',
  school: 'whose author acts for it',
  kind: 'what it was read in',
  strand: 'seen in an activity',
  cycle: 'gathered in it',
  decision: 'what came of it',
  from: 'a year, month or day',
  to: 'a year, month or day',
  with: 'withdrawn',
  sort: 'newest',
};

const withGap = (text: string) => `${text} `;

/** A name and a value as they stand in the line. */
const named = (name: string, value: string) => {
  const safe = quotable(value);
  return `${name}:${/\s/.test(safe) ? `"${safe}"` : safe}`;
};

/** Whether a word of it begins so. */
const begins = (label: string, typed: string) => wordsOf(label).includes(wordsOf(typed).trimEnd() || ' ');

/** The part of the line that ends at a place and is one term, perhaps with a quotation that is still open. */
function termBefore(line: string, at: number) {
  const before = line.slice(0, at);
  const found = /(?:^|\s)(-?)(?:([a-z]+):)?("[^"]*|[^\s":]*)$/i.exec(before);
  // A phrase is whatever it is.
  if (!found || (!found[2] && found[3]?.startsWith('"'))) return undefined;
  const [whole, sign = '', name = '', typed = ''] = found;
  return { from: at - whole.trimStart().length, sign, name: name.toLowerCase(), typed: typed.replace(/^"/, '') };
}

/** What may be meant by what is typed before a place in the line. */
export function complete(line: string, at: number, facets: readonly Facet[]): Completion {
  const term = termBefore(line, at);
  if (!term) return { offers: [], from: at, to: at };
  const { from, sign, name, typed } = term;
  // What stands behind the place within the same term goes with it.
  const rest = /^[^\s"]*"?/.exec(line.slice(at))?.[0].length ?? 0;
  const valuesOf = ({ name: of, values }: Facet, fits: (label: string) => boolean): Offer[] => {
    const seen = new Set<string>();
    return values.flatMap(({ value, label }) => {
      if (seen.has(value) || !fits(label)) return [];
      seen.add(value);
      return [{ label, hint: of, text: withGap(sign + named(of, label)) }];
    });
  };
  const facet = facets.find((one) => one.name === name);
  let offers: Offer[] = [];
  if (facet) offers = valuesOf(facet, (label) => typed === '' || begins(label, typed));
  else if (name === 'with' || name === 'sort') {
    const value = name === 'with' ? 'withdrawn' : 'newest';
    if (value.startsWith(typed)) offers = [{ label: value, hint: name, text: withGap(`${name}:${value}`) }];
  } else if (name === '') {
    const names = all.filter((one) => one.startsWith(typed.toLowerCase()));
    const byName = names.map((one) => ({ label: `${one}:`, hint: hints[one], text: `${sign}${one}:` }));
    // Two letters say enough to look among everything that has a name.
    const byValue =
      typed.length < 2 ? [] : facets.flatMap((one) => valuesOf(one, (label) => label !== none && begins(label, typed)));
    offers = [...byValue.slice(0, most - Math.min(2, byName.length)), ...byName];
  }
  return { offers: offers.slice(0, name === '' && typed === '' ? all.length : most), from, to: at + rest };
}
