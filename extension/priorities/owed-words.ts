import type { Dealings, Owed } from '../../shared/priorities/due.ts';
import { linkToThing, thingFor } from '../../shared/priorities/one-thing.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import { monthText } from '../../shared/priorities/progress-words.ts';

type Names = Pick<Dealings, 'indicators' | 'priorities'>;

const titleOf = ({ priorities }: Names, id: string) => priorities.find((one) => one.id === id)?.body?.title ?? '';
const nameOf = ({ indicators }: Names, id: string) => indicators.find((one) => one.id === id)?.body?.name ?? '';

/** What is owed, in words: 'Absence: the figure for 2024/25'. */
export function owedWords(owed: Owed, names: Names): string {
  switch (owed.what) {
    case 'reading':
      return `${nameOf(names, owed.indicator)}: the figure for ${periodLabel(owed.period)}`;
    case 'baseline':
      return `${nameOf(names, owed.indicator)}: where you start from`;
    case 'target':
      return `${nameOf(names, owed.indicator)}: your own target`;
    case 'stretch':
      return `${nameOf(names, owed.indicator)}: your stretch target`;
    case 'noticing':
      return `${titleOf(names, owed.priority)}: what you noticed in the figures`;
    case 'agreement':
      return `${titleOf(names, owed.priority)}: agree, or say what stands in the way`;
  }
}

/** When it is wanted. */
export function owedWhen(owed: Owed): string {
  if (owed.what !== 'reading') return 'open';
  const month = monthText(owed.month);
  if (owed.standing === 'overdue') return `open since ${month}`;
  return owed.standing === 'due' ? 'due this month' : `comes out in ${month}`;
}

interface Telling extends Names {
  school: string;
  cluster: string;
  /** Where the cluster is; without it there are no links. */
  address?: string | undefined;
  owed: readonly Owed[];
}

/** A message to one school: what is open, with a link for each thing that can be done on a phone. */
export function owedMessage({ school, cluster, address, owed, ...names }: Telling): string {
  const lines = owed.flatMap((one) => {
    const thing = thingFor(one);
    return [`– ${owedWords(one, names)}`, ...(address && thing ? [`  ${linkToThing(address, thing)}`] : [])];
  });
  return [
    `Dear colleagues at ${school},`,
    '',
    owed.length === 1 ? `One thing is still open for ${cluster}:` : `A few things are still open for ${cluster}:`,
    '',
    ...lines,
    '',
    ...(address ? [`All of it, and what others have given: ${address.replace(/\/+$/, '')}/app/#/so-what/due`, ''] : []),
    'Each takes about a minute, on a phone too. Where there is no figure, say so there: that is an answer as well.',
    'If anything is in the way, tell me and we will find a way round it.',
    '',
    'Thank you',
  ].join('\n');
}
