import type { Strand } from '../../shared/priorities/priority.ts';

/** The strands, in the words of the partnership, with what each is for. */
export const strandWords: { [strand in Strand]: { name: string; means: string } } = {
  review: { name: 'Peer review', means: 'Who looks at whose practice, and for what.' },
  research: {
    name: 'Action research and joint practice development',
    means: 'What is tried together and looked into.',
  },
  learning: { name: 'CPD and leadership development', means: 'What adults learn together.' },
  investment: { name: 'Cluster investment', means: 'What is paid for or shared.' },
};

const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** An ISO day in words: '3 March 2026'. */
export const dayInWords = (day: string): string => words.format(Date.parse(`${day}T00:00:00Z`));

/** The day of a moment, as ISO 8601. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** How long change takes, as the screens recall it: two to four years. */
const leastYears = 2;

/** Whether a review comes sooner after a start than change takes. Days as ISO 8601. */
export function isSoon(starts: string, review: string): boolean {
  const due = `${Number(starts.slice(0, 4)) + leastYears}${starts.slice(4)}`;
  return review < due;
}
