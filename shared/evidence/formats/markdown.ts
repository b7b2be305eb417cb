import type { Table } from '../table.ts';
import { citationOf } from './citation.ts';
import { dateInWords, dayOf } from './day-words.ts';
import { madeLines } from './made.ts';
import { stanceLabel } from './stance-label.ts';
import { accountLines, type Taken, type Writer } from './taken.ts';
import { worksWriter } from './works.ts';

/** Text that means itself: what Markdown and HTML give a meaning of their own is escaped (CommonMark 0.31, 2.4). */
export const markdownText = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/gm, '$1\\$2');

const quoted = (text: string) =>
  text
    .split(/\r?\n/)
    .map((one) => `> ${markdownText(one)}`.trimEnd())
    .join('\n');

/** An address between brackets of its own, where nothing ends it. */
const address = (url: string) => `<${url.replace(/[<>\s\\]/g, (one) => encodeURIComponent(one))}>`;

/** The parts of an entry that are said the same in Markdown and in Word: who, when, what it bears on. */
export function aboutEntry({ evidence, by, schools, priorities }: Taken): string[] {
  const { at, stance, tags, seen } = evidence;
  return [
    [by, ...schools, dateInWords(dayOf(at))].join(' · '),
    priorities.length > 0 ? `Priorities: ${priorities.join('; ')}` : '',
    stance ? stanceLabel[stance] : '',
    tags.length > 0 ? `Tags: ${tags.join(', ')}` : '',
    seen ? `Seen ourselves: ${[seen.how, seen.on && dateInWords(seen.on)].filter(Boolean).join(', ')}` : '',
    typeof evidence.withdrawn === 'number' ? `Withdrawn on ${dateInWords(dayOf(evidence.withdrawn))}` : '',
  ].filter(Boolean);
}

/** What an entry is headed with. */
export const titleOf = ({ evidence: { source, link, seen } }: Taken): string =>
  source?.title || link?.text || source?.url || link?.url || (seen ? 'Seen ourselves' : 'Note');

/** A table as GitHub's Markdown and most others write it. */
function tableLines({ caption, columns, rows }: Table): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((one) => markdownText(one.replace(/\s+/g, ' '))).join(' | ')} |`;
  const lines = [line(columns), `|${columns.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
  return caption ? `${markdownText(caption)}\n\n${lines}` : lines;
}

/** Lines as a list, each on one line. */
const asList = (lines: readonly string[]) =>
  lines.map((one) => `- ${markdownText(one.replace(/\s*\n\s*/g, ' '))}`).join('\n');

function entryText(entry: Taken): string {
  const { passages, note, source, link, at, table, image } = entry.evidence;
  const parts = [
    `## ${markdownText(titleOf(entry).replace(/\s+/g, ' '))}`,
    ...passages.map(({ exact }) => quoted(exact)),
    table ? tableLines(table) : '',
    image?.alt ? `Picture: ${markdownText(image.alt)}` : '',
    link ? address(link.url) : '',
    note ? markdownText(note) : '',
    asList([...aboutEntry(entry), ...madeLines(entry.made)]),
    source ? markdownText(citationOf(source, at)).replace(markdownText(source.url), address(source.url)) : '',
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n\n`;
}

/** Evidence as Markdown, newest first. */
export const markdownWriter = (): Writer => ({
  add: entryText,
  end: (account) => ({
    before: `# Evidence of ${markdownText(account.cluster)}\n\n${accountLines(account).map(markdownText).join('\n\n')}\n\n`,
    after: (account.closing ?? []).map(({ title, lines }) => `## ${markdownText(title)}\n\n${asList(lines)}\n\n`),
  }),
});

/** The sources as a list of references, each once, in plain text. */
export const referencesWriter = (): Writer =>
  worksWriter({
    reference: ({ source, read }) => [`${citationOf(source, read)}\n\n`],
    before: (account) => `${accountLines(account).join('\n')}\n\n`,
  });
