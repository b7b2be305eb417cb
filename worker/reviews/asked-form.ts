import { findPupilData } from '../../shared/evidence/pupil-data.ts';
import { holdsUpn } from '../../shared/evidence/upn-shape.ts';
import type { PublicStanding } from '../../shared/reviews/public-review.ts';
import { questionLength } from '../../shared/reviews/question.ts';
import { type AskedAs, askedAs, askers } from '../../shared/reviews/question-kind.ts';
import type { AskedForm } from './pages/ask-page.tsx';
import type { AskProblem } from './pages/question-words.ts';
import type { AskedWords } from './questions.ts';

/** A form as it came: its texts by name, without what browsers do to the ends of lines. */
export interface SentForm {
  asked: AskedForm;
  ticket: string;
  /** Whether the asker wants to change the words. */
  change: boolean;
  /** Whether a field is filled in that no person sees. */
  trapped: boolean;
}

/** Reads a form's fields; what is a file, or named twice, counts as its last text. */
export function readForm(fields: { [name: string]: unknown }): SentForm {
  const text = (name: string, most: number) => {
    const value = fields[name];
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').slice(0, most).trim() : '';
  };
  const asked = {
    ...{ about: text('about', 8), text: text('text', 4000), who: text('who', 20), how: text('how', 20) },
    ...{ from: text('from', 160), page: text('page', 2000) },
  };
  return {
    asked: Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '')),
    ticket: text('ticket', 200),
    change: text('change', 1) !== '',
    trapped: text('website', 200) !== '',
  };
}

/** What a form says, or what is in the way of it. */
export function wordsOf(
  form: AskedForm,
  standing: PublicStanding,
): { ok: true; words: AskedWords } | { ok: false; problem: AskProblem } {
  const no = (problem: AskProblem) => ({ ok: false, problem }) as const;
  const { text = '', page = '' } = form;
  if (text.length < questionLength.least) return no('too-short');
  if (text.length > questionLength.most) return no('too-long');
  const who = askers.find((one) => one === form.who);
  if (!who) return no('who-missing');
  if (holdsUpn(form)) return no('pupil-number');
  const about = standing.priorities.find(({ key }) => key === form.about)?.key;
  const said = { text, who, ...(about && { about }) };
  if (who !== 'partnership') return { ok: true, words: { ...said, how: 'question' } };
  const name = form.from?.replace(/\p{Cc}/gu, ' ').trim();
  if (!name || !/^https?:\/\//i.test(page) || !URL.canParse(page)) return no('from-missing');
  const how = askedAs.find((one): one is AskedAs => one === form.how) ?? 'question';
  return { ok: true, words: { ...said, how, from: { name, url: page } } };
}

/** As many stretches as are shown: more do not make it plainer. */
const mostLooks = 10;

/** Stretches of a text that may tell who a child is, for its writer to look at. */
export const looksOf = (text: string): string[] =>
  [...new Set(findPupilData(text).map(({ start, end }) => text.slice(start, end)))].slice(0, mostLooks);
