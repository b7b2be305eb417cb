import type { Evidence } from '../evidence/evidence.ts';
import type { Response } from '../evidence/response.ts';
import { tableWords } from '../evidence/table-words.ts';
import type { Owed } from '../priorities/due.ts';
import type { Ref } from '../record.ts';
import type { Needed, SinceThen } from './since.ts';

/** How names and days are said in the text. */
export interface Saying {
  cluster: string;
  /** From which day on it tells, in words; nothing where it tells everything. */
  since: string;
  nameOf(member: string): string;
  schoolName(school: string): string;
  owedWords(owed: Owed): string;
  /** What something that was responded to is, in a few words. */
  titleOf(ref: Ref): string;
  dayInWords(day: string): string;
}

/** So many letters of one piece are quoted, and so many pieces of each side. */
const most = { letters: 160, pieces: 5 };

const cut = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > most.letters ? `${line.slice(0, most.letters - 1).trimEnd()}…` : line;
};

/** A piece of evidence in one line: its words, its note, or where it was read. */
export function pieceWords({ passages, table, note, link, source, image }: Evidence): string {
  const quoted = passages[0] && `“${cut(passages[0].exact)}”`;
  const words = table ? cut(tableWords(table)) : quoted || cut(link?.text || image?.alt || '');
  const all = [words, cut(note)].filter(Boolean).join(' – ');
  return all || source?.title || source?.url || 'A piece of evidence';
}

/** What has to be decided, in one line. */
export function neededWords(needed: Needed, { schoolName }: Pick<Saying, 'schoolName'>): string {
  switch (needed.what) {
    case 'ready':
      return `${needed.title}: every school has agreed; confirm it`;
    case 'objection':
      return `${needed.title}: ${schoolName(needed.school)} objects: ${needed.reason}`;
    case 'reflect':
      return `${needed.question}: adopt, adapt or abandon what was tried`;
  }
}

/** What somebody said and to what, in one line. */
export const saidWords = (
  { by, to, text }: Response,
  { nameOf, titleOf }: Pick<Saying, 'nameOf' | 'titleOf'>,
): string => `${nameOf(by)}, about ${titleOf(to)}: ${cut(text)}`;

/** A part of the page of a meeting: what it is about, and a line for each thing. */
export interface MeetingPart {
  title: string;
  lines: string[];
}

/** What belongs on the page of a meeting, part by part. Parts with nothing in them are left out. */
export function meetingParts(page: SinceThen, say: Saying): MeetingPart[] {
  return [
    part('To decide', [
      ...page.needed.map((one) => neededWords(one, say)),
      ...page.open.map(({ body }) => {
        const when = body.due ? `by ${say.dayInWords(body.due)}` : '';
        const whose = body.owner ? say.nameOf(body.owner) : '';
        return `To carry out: ${cut(body.text)} (${[whose, when].filter(Boolean).join(', ')})`;
      }),
    ]),
    ...page.priorities.map(({ body, progress, supports, challenges, other }) =>
      part(body.state === 'proposed' ? `${body.title} (proposed)` : body.title, [
        `${progress}.`,
        ...side('New, challenges it', challenges),
        ...side('New, supports it', supports),
        ...(other > 0 ? [`${other} more new, for context`] : []),
      ]),
    ),
    part('New, and tied to no priority', pieces(page.loose)),
    part(
      'What took place',
      page.activities.map(({ body }) => `${body.title}, ${say.dayInWords(body.on ?? '')}`),
    ),
    part(
      'Carried out',
      page.done.map(({ body }) => [cut(body.text), body.done?.outcome].filter(Boolean).join(': ')),
    ),
    part(
      'Decided',
      page.decided.map(({ body }) => [cut(body.text), cut(body.why)].filter(Boolean).join(': ')),
    ),
    part(
      'Not answered yet',
      page.unanswered.map(({ body }) => saidWords(body, say)),
    ),
    part(
      'Owed',
      page.owed.flatMap(({ school, owed }) => owed.map((one) => `${say.schoolName(school)}: ${say.owedWords(one)}`)),
    ),
  ].filter(({ lines }) => lines.length > 0);
}

/** What it is the page of, and since when. */
export const meetingTitle = ({ cluster, since }: Pick<Saying, 'cluster' | 'since'>): string =>
  `${cluster}: ${since ? `since ${since}` : 'so far'}`;

/** What belongs on the page of a meeting, as plain text for an e-mail or a chat. */
export const meetingText = (page: SinceThen, say: Saying): string =>
  [
    meetingTitle(say),
    ...meetingParts(page, say).map(({ title, lines }) => [title, ...lines.map((line) => `– ${line}`)].join('\n')),
  ].join('\n\n');

const part = (title: string, lines: readonly string[]): MeetingPart => ({ title, lines: [...lines] });

function pieces(found: readonly Evidence[]): string[] {
  const rest = found.length - most.pieces;
  return [...found.slice(0, most.pieces).map(pieceWords), ...(rest > 0 ? [`and ${rest} more`] : [])];
}

const side = (title: string, found: readonly Evidence[]): string[] =>
  pieces(found).map((words) => `${title}: ${words}`);
