import type { School } from '../../../shared/cluster/schools.ts';
import type { Agreement } from '../../../shared/priorities/agreement.ts';
import type { Dealings } from '../../../shared/priorities/due.ts';
import type { Indicator } from '../../../shared/priorities/indicator.ts';
import type { Noticing } from '../../../shared/priorities/noticing.ts';
import type { Priority } from '../../../shared/priorities/priority.ts';
import type { Reading } from '../../../shared/priorities/reading.ts';
import type { Baseline, Target } from '../../../shared/priorities/target.ts';
import type { Record } from '../../../shared/record.ts';

/** Records for rules that only look: ids are names, and each is newer than the one before. */
export function newFigures() {
  let seq = 0;
  const record = <Body>(kind: string, body: Body, id = `${kind}-${seq}`): Record<Body> => {
    seq++;
    return { kind, id, v: 1, rev: 1, seq, body };
  };
  const lists = {
    schools: [] as Record<School>[],
    priorities: [] as Record<Priority>[],
    indicators: [] as Record<Indicator>[],
    readings: [] as Record<Reading>[],
    baselines: [] as Record<Baseline>[],
    targets: [] as Record<Target>[],
    noticings: [] as Record<Noticing>[],
    agreements: [] as Record<Agreement>[],
  } satisfies Dealings;
  const put = <Body>(list: Record<Body>[], kind: string, body: Body, id?: string): Record<Body> => {
    const one = record(kind, body, id);
    list.push(one);
    return one;
  };
  return {
    ...lists,
    school: (id: string, more: Partial<School> = {}) =>
      put(lists.schools, 'school', { name: id, urn: '100000', ...more }, id),
    priority: (id: string, more: Partial<Priority> = {}) =>
      put(lists.priorities, 'priority', { title: id, state: 'agreed', thread: 0, by: 'ann', at: 0, ...more }, id),
    indicator: (id: string, more: Partial<Indicator> = {}) =>
      put(
        lists.indicators,
        'indicator',
        { name: id, unit: 'percent', direction: 'up', about: '', priorities: ['p'], by: 'ann', at: 0, ...more },
        id,
      ),
    reading: (school: string, period: string, value: Reading['value'], more: Partial<Reading> = {}) =>
      put<Reading>(lists.readings, 'reading', {
        indicator: 'i',
        school,
        period,
        value,
        status: 'own',
        by: 'ann',
        at: seq,
        ...more,
      }),
    baseline: (school: string, reading: Record<Reading>) =>
      put(lists.baselines, 'baseline', { indicator: 'i', school, reading: reading.id, by: 'ann', at: seq }),
    target: (school: string, value: number, period: string, stretch = false) =>
      put(lists.targets, 'target', { indicator: 'i', school, value, period, stretch, by: 'ann', at: seq }),
    noticing: (school: string, more: Partial<Noticing>) =>
      put(lists.noticings, 'noticing', { school, text: 'Seen', by: 'ann', at: seq, ...more }),
    agreement: (school: string, priority: string) =>
      put(lists.agreements, 'agreement', { school, priority, wording: 0, by: 'ann', at: seq }),
  };
}

export type Figures = ReturnType<typeof newFigures>;
