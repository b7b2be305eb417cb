import { School } from '../../shared/cluster/schools.ts';
import { Activity } from '../../shared/cycles/activity.ts';
import { Cycle } from '../../shared/cycles/cycle.ts';
import { Decision } from '../../shared/cycles/decision.ts';
import { Evidence } from '../../shared/evidence/evidence.ts';
import { Response } from '../../shared/evidence/response.ts';
import { Weighing } from '../../shared/evidence/weighing.ts';
import { figureText } from '../../shared/priorities/figure-words.ts';
import { Indicator } from '../../shared/priorities/indicator.ts';
import { Noticing } from '../../shared/priorities/noticing.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import { Priority } from '../../shared/priorities/priority.ts';
import { Reading } from '../../shared/priorities/reading.ts';
import { keyOf, type Ref } from '../../shared/record.ts';
import type { View } from '../replica/view.ts';
import { hrefTo } from '../ui/route.ts';

const kinds = {
  ...{ responses: Response, decisions: Decision, weighings: Weighing, activities: Activity, cycles: Cycle },
  ...{ priorities: Priority, readings: Reading, noticings: Noticing, indicators: Indicator, schools: School },
};

/** What the things are that people respond to. */
export interface Titles {
  /** What a thing is, in a few words: its title, or the beginning of what it says. */
  titleOf(ref: Ref): string;
  /** Where it stands, for what has a page of its own. */
  hrefOf(ref: Ref): string | undefined;
  /** Whose it is. */
  byOf(ref: Ref): string | undefined;
}

const cut = (text: string) => (text.length > 90 ? `${text.slice(0, 89).trimEnd()}…` : text);
const pages: { readonly [kind: string]: string } = {
  [Priority.kind]: 'priorities',
  [Cycle.kind]: 'cycles',
  [Activity.kind]: 'activities',
};

/** Reads what everything is that was responded to, and the responses and decisions themselves. */
export async function readTitles(view: View) {
  const lists = await view.lists(kinds);
  const { responses, decisions, weighings, activities, cycles, priorities, readings, noticings } = lists;
  const pieces = await view.these([
    ...responses.flatMap(({ body }) => (body?.to.kind === Evidence.kind ? body.to.id : [])),
    ...weighings.flatMap(({ body }) => body?.evidence ?? []),
  ]);
  const things = [...decisions, ...weighings, ...activities, ...cycles, ...priorities, ...readings, ...noticings];
  const byKey = new Map(things.map((one) => [keyOf(one), one]));
  const evidenceWords = (id: string) => {
    const body = pieces.get(id)?.record.body;
    return cut(body?.note || body?.passages[0]?.exact || body?.source?.title || 'a piece of evidence');
  };
  const readingWords = ({ indicator, school, period, value }: Reading): string => {
    const of = lists.indicators.find(({ id }) => id === indicator)?.body;
    const whose = lists.schools.find(({ id }) => id === school)?.body?.name;
    return [of?.name, whose, `${periodLabel(period)}: ${of ? figureText(value, of.unit) : value}`]
      .filter(Boolean)
      .join(', ');
  };
  const titles: Titles = {
    titleOf(ref) {
      if (ref.kind === Evidence.kind) return evidenceWords(ref.id);
      const body = byKey.get(keyOf(ref))?.body;
      if (!body) return 'something that is gone';
      if ('relevant' in body) return `a weighing of: ${evidenceWords(body.evidence)}`;
      if ('title' in body && body.title) return cut(body.title);
      if ('question' in body) return cut(body.question);
      if ('text' in body && body.text) return cut(body.text);
      return 'period' in body ? readingWords(body) : 'a figure';
    },
    hrefOf: ({ kind, id }) => (pages[kind] ? hrefTo(pages[kind], id) : undefined),
    byOf({ kind, id }) {
      if (kind === Evidence.kind) return pieces.get(id)?.record.body?.by;
      const body = byKey.get(keyOf({ kind, id }))?.body;
      return body && 'by' in body ? body.by : undefined;
    },
  };
  return { ...titles, responses, decisions };
}
