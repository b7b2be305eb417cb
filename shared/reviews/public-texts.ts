import { partWords } from './part-words.ts';
import type { PublicReview } from './public-review.ts';

/** A text of a published review: where it stands, what it is in words, and whether somebody of the cluster wrote it. */
export interface PublicText {
  at: string;
  text: string;
  where: string;
  /** Written here; else it is quoted from elsewhere. */
  ours: boolean;
  /** The most characters that may stand there. */
  most: number;
}

/** Every text in a review that people wrote, or that is quoted. */
export function textsOf({ summary, why, how, what, signed, schools, changed }: PublicReview): PublicText[] {
  const found: PublicText[] = [];
  const add = (at: string, text: string | undefined, where: string, most: number, ours = true) => {
    if (text) found.push({ at, text, where, ours, most });
  };
  add('/summary', summary, partWords.summary, 1500);
  add('/why', why, 'Why we work together', 2000);
  add('/how/together', how.together, partWords.together, 1500);
  for (const [i, { title, adopt, refuse }] of how.values.entries()) {
    add(`/how/values/${i}/title`, title, `Value ‘${title}’`, 120);
    for (const [j, text] of adopt.entries()) add(`/how/values/${i}/adopt/${j}`, text, `Value ‘${title}’`, 300);
    for (const [j, text] of refuse.entries()) add(`/how/values/${i}/refuse/${j}`, text, `Value ‘${title}’`, 300);
  }
  for (const [i, priority] of what.entries()) {
    const at = `/what/${i}`;
    const { title } = priority;
    add(`${at}/title`, title, title, 300);
    add(`${at}/description`, priority.description, `${title}: what it is`, 4000);
    add(`${at}/alone`, priority.alone, `${title}: why together`, 4000);
    for (const [j, { part, text }] of priority.parts.entries())
      add(`${at}/parts/${j}/text`, text, `${title}: ${partWords[part]}`, 1500);
    for (const [j, indicator] of priority.indicators.entries()) {
      add(`${at}/indicators/${j}/name`, indicator.name, `${title}: an indicator`, 160);
      add(`${at}/indicators/${j}/about`, indicator.about, `${indicator.name}: whom it is about`, 300);
      add(`${at}/indicators/${j}/source/title`, indicator.source?.title, `${indicator.name}: its source`, 300);
      for (const [k, { urn, stretch }] of indicator.schools.entries()) {
        const school = schools.find((one) => one.urn === urn)?.name;
        const where = `${indicator.name}: what the partnership contributes at ${school}`;
        add(`${at}/indicators/${j}/schools/${k}/stretch/contribution`, stretch?.contribution, where, 1000);
      }
    }
    for (const [j, { n, quote, figure, source }] of priority.evidence.entries()) {
      add(`${at}/evidence/${j}/quote`, quote, `Quotation ${n}`, 1200, false);
      add(`${at}/evidence/${j}/figure`, figure, `Figure ${n}`, 600, false);
      // Who wrote a document, and what it is called, may name a colleague as our own words may.
      const its = `${at}/evidence/${j}/source`;
      add(`${its}/title`, source?.title, `Citation ${n}: its title`, 500);
      add(`${its}/author`, source?.author, `Citation ${n}: its author`, 300);
      add(`${its}/publisher`, source?.publisher, `Citation ${n}: its publisher`, 200);
    }
  }
  for (const [i, { urn, text }] of signed.entries()) {
    const school = schools.find((one) => one.urn === urn)?.name;
    add(`/signed/${i}/text`, text, `Reservation of ${school}`, 1500);
  }
  add('/changed/note', changed?.note, 'What was put right', 1500);
  return found;
}
