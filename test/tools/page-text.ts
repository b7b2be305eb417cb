/** Elements that stand in a line of text; every other one has lines of its own. */
const inline =
  /^(a|abbr|b|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr|button|label|input|img|select)$/;

const entities: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

const decode = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
  });

/**
 * The text of a page's body as the extension reads it in a browser: white space folded, blocks on lines of their own.
 * Good enough for the sample pages, which are plain; it knows no styles.
 */
export function textOf(html: string): string {
  const body = (/<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|noscript|template|textarea|select)\b[\s\S]*?<\/\1>/gi, '');
  let text = '';
  for (const [, tag, words] of body.matchAll(/<\/?([a-z][a-z0-9]*)[^>]*>|([^<]+)/gi)) {
    if (words !== undefined) {
      const folded = decode(words).replace(/\s+/g, ' ');
      text += /(^|\s)$/.test(text) ? folded.trimStart() : folded;
    } else if (tag && !inline.test(tag.toLowerCase())) {
      text = text.trimEnd();
      if (text !== '') text += '\n';
    }
  }
  return text.trimEnd();
}

/** The title of a page. */
export const titleOf = (html: string): string =>
  decode(/<title>([\s\S]*?)<\/title>/i.exec(html)?.[1] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
