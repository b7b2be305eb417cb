import { around, listed, text } from '../evidence/formats/word-parts.ts';
import { type MeetingPart, meetingTitle, type Saying } from './meeting-text.ts';

/** The page of a meeting as the body of a Word document: a heading for each part, a line for each thing. */
export function meetingWord(parts: readonly MeetingPart[], say: Pick<Saying, 'cluster' | 'since'>): string {
  const { before, after } = around(meetingTitle(say), []);
  const told = parts.map(({ title, lines }) => [text('Heading2', title), ...lines.map(listed)].join(''));
  return [before, ...told, after].join('');
}
