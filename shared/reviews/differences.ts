import { figureText } from '../priorities/figure-words.ts';
import { periodLabel } from '../priorities/period.ts';
import { partWords } from './part-words.ts';
import type { PublicIndicator, PublicPriority, PublicReview } from './public-review.ts';
import { accountParts } from './review-kind.ts';

/** So many differences are named. */
const mostNamed = 60;

/** Where a later edition differs from the one before it, in words for the public page. */
export function differencesOf(before: PublicReview, after: PublicReview): string[] {
  const found: string[] = [];
  const reworded = (was: string | undefined, is: string | undefined, where: string) => {
    if (was === is) return;
    found.push(`${where}: ${was === undefined ? 'new' : is === undefined ? 'taken out' : 'worded anew'}`);
  };
  reworded(before.summary, after.summary, partWords.summary);
  reworded(before.why, after.why, 'Why we work together');
  reworded(JSON.stringify(before.how.values), JSON.stringify(after.how.values), 'How we work together');
  reworded(before.how.together, after.how.together, partWords.together);
  for (const is of after.what) {
    const was = before.what.find(({ key }) => key === is.key);
    if (was) found.push(...inPriority(was, is, after));
    else found.push(`${is.title}: new`);
  }
  for (const was of before.what)
    if (!after.what.some(({ key }) => key === was.key)) found.push(`${was.title}: taken out`);
  found.push(...inSchools(before, after));
  const named = found.map((text) => (text.length > 300 ? `${text.slice(0, 298)} …` : text));
  if (named.length <= mostNamed) return named;
  return [...named.slice(0, mostNamed - 1), `And ${named.length - mostNamed + 1} more`];
}

function inPriority(was: PublicPriority, is: PublicPriority, after: PublicReview): string[] {
  const { title } = is;
  const found: string[] = [];
  if (was.title !== title || was.description !== is.description || was.alone !== is.alone)
    found.push(`${title}: worded anew`);
  for (const part of accountParts) {
    const [old, anew] = [was, is].map((one) => one.parts.find((its) => its.part === part)?.text);
    if (old !== anew) found.push(`${title}: ‘${partWords[part]}’ ${anew === undefined ? 'taken out' : 'worded anew'}`);
  }
  for (const indicator of is.indicators) {
    const old = was.indicators.find(({ name }) => name === indicator.name);
    if (old) found.push(...inIndicator(old, indicator, after));
    else found.push(`${title}: the indicator ‘${indicator.name}’ is new`);
  }
  for (const { name } of was.indicators)
    if (!is.indicators.some((one) => one.name === name)) found.push(`${title}: the indicator ‘${name}’ is taken out`);
  const cited = ({ evidence }: PublicPriority) => JSON.stringify(evidence.map(({ n: _, ...rest }) => rest));
  if (cited(was) !== cited(is)) found.push(`${title}: other evidence is cited`);
  return found;
}

function inIndicator(was: PublicIndicator, is: PublicIndicator, { schools }: PublicReview): string[] {
  const found: string[] = [];
  const said = (value: PublicIndicator['schools'][number]['points'][number]['value'] | undefined) =>
    value === undefined ? 'none' : value === 'withheld' ? 'withheld' : figureText(value, is.unit);
  for (const { urn, points, own, stretch } of is.schools) {
    const old = was.schools.find((one) => one.urn === urn);
    if (!old) continue;
    const where = `${is.name}, ${schools.find((one) => one.urn === urn)?.name}`;
    const periods = [...new Set([...old.points, ...points].map(({ period }) => period))];
    for (const period of periods) {
      const [from, to] = [old.points, points].map((all) => all.find((one) => one.period === period)?.value);
      if (from !== to) found.push(`${where}, ${periodLabel(period)}: ${said(to)} instead of ${said(from)}`);
    }
    if (JSON.stringify([old.own, old.stretch]) !== JSON.stringify([own, stretch]))
      found.push(`${where}: another target`);
  }
  return found;
}

function inSchools(before: PublicReview, after: PublicReview): string[] {
  const found: string[] = [];
  const names = (review: PublicReview) => new Map(review.schools.map(({ urn, name }) => [urn, name]));
  const [was, is] = [names(before), names(after)];
  for (const [urn, name] of is) if (!was.has(urn)) found.push(`${name} takes part`);
  for (const [urn, name] of was) if (!is.has(urn)) found.push(`${name} takes part no more`);
  for (const { urn, how, text } of after.signed) {
    const old = before.signed.find((one) => one.urn === urn);
    if (old && (old.how !== how || old.text !== text)) found.push(`${is.get(urn)}: what the school says of it`);
  }
  return found;
}
