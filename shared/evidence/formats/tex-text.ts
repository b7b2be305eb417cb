/** Accents of TeX, by the combining character that each is (Unicode, 'Combining Diacritical Marks'). */
const accents: { [command: string]: string } = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  c: '\u0327',
  k: '\u0328',
  r: '\u030a',
};

const letters: { [command: string]: string } = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  j: 'ȷ',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  pounds: '£',
  textsterling: '£',
  ldots: '…',
};

const accented = (command: string, letter: string) =>
  `${letter === 'ı' ? 'i' : letter}${accents[command] ?? ''}`.normalize('NFC');

// Its own backslashes and braces must not be taken for commands once they are there.
const kept = { '\\': '\ue000', '{': '\ue001', '}': '\ue002' } as const;
const hide = (text: string) => text.replace(/[\\{}]/g, (one) => kept[one as keyof typeof kept]);
const show = (text: string) => text.replaceAll(kept['\\'], '\\').replaceAll(kept['{'], '{').replaceAll(kept['}'], '}');

/** A value of BibTeX as it reads: accents and escaped characters put together, commands and braces taken away. */
export function texText(value: string): string {
  const text = value
    .replace(/\\([&%$#_{}])/g, (_, one: string) => hide(one))
    .replace(/\{?\\([a-zA-Z]+)(?:\{\})?\s*\}?/g, (whole, name: string) => {
      const letter = letters[name];
      if (letter === undefined) return whole;
      const closes = whole.startsWith('{') ? '' : whole.endsWith('}') ? '}' : '';
      return hide(letter) + (closes || (whole.endsWith(' ') && letter === '\\' ? ' ' : ''));
    })
    .replace(/\\(['`^"~=.])\s*\{?\s*([a-zA-Zı])\s*\}?/g, (_, command: string, letter: string) =>
      accented(command, letter),
    )
    .replace(/\\([uvHckr])(?:\s*\{\s*([a-zA-Zı])\s*\}|\s+([a-zA-Z]))/g, (_, command: string, a?: string, b?: string) =>
      accented(command, a ?? b ?? ''),
    )
    .replace(/\\(?:textit|textbf|emph|textsc|textrm|url|href|mbox|text)\b/g, '')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/(?<!\\)~/g, '\u00a0')
    .replace(/\\ /g, ' ')
    .replace(/[{}]/g, '');
  return show(text)
    .replaceAll('\u00a0', ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
