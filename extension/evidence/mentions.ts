/** Somebody, or a school, that can be named in what is said: `@Hill View`. */
export interface Named {
  kind: 'member' | 'school';
  id: string;
  name: string;
}

/** So many are offered at once. */
const most = 6;

const folded = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** The name that is being typed behind an `@`, and where that stands; `undefined` where none is. */
export function nameBegun(text: string, caret: number): { from: number; typed: string } | undefined {
  const found = /(?:^|[\s(])@([^@\n]{0,60})$/.exec(text.slice(0, caret));
  const typed = found?.[1];
  return typed === undefined ? undefined : { from: caret - typed.length - 1, typed };
}

/** Who may be meant: whose name begins so, then in whose name a word does. */
export function namesFor(typed: string, all: readonly Named[]): Named[] {
  const wanted = folded(typed);
  const begins = all.filter(({ name }) => folded(name).startsWith(wanted));
  const within = all.filter((one) => !begins.includes(one) && folded(one.name).includes(` ${wanted}`));
  const found = [...begins, ...within];
  // A name that is written out needs no list.
  return found.some(({ name }) => folded(name) === wanted) ? [] : found.slice(0, most);
}

/** Puts a name in the place of what was typed of it: the text, and where the caret stands then. */
export function withName(text: string, from: number, caret: number, name: string): { text: string; caret: number } {
  const rest = text.slice(caret).replace(/^ /, '');
  return { text: `${text.slice(0, from)}@${name} ${rest}`, caret: from + name.length + 2 };
}

/** Who is named in a text; of several names that begin alike, the longest. */
export function namedIn(text: string, all: readonly Named[]): { members: string[]; schools: string[] } {
  const plain = folded(text);
  const byLength = all
    .map((one) => ({ ...one, plain: folded(one.name) }))
    .sort((a, b) => b.plain.length - a.plain.length);
  const found = new Set<Named>();
  for (let at = plain.indexOf('@'); at >= 0; at = plain.indexOf('@', at + 1)) {
    const stands = ({ plain: name }: { plain: string }) =>
      name !== '' && plain.startsWith(name, at + 1) && !/[\p{L}\p{N}]/u.test(plain[at + 1 + name.length] ?? '');
    const first = byLength.find(stands);
    // Two of one name: both are meant, rather than one of them left out.
    if (first) for (const one of byLength) if (one.plain === first.plain) found.add(one);
  }
  const ids = (kind: Named['kind']) => [...found].filter((one) => one.kind === kind).map(({ id }) => id);
  return { members: ids('member'), schools: ids('school') };
}
