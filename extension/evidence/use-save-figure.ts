import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { oneLine } from '../../shared/evidence/source.ts';
import type { Table } from '../../shared/evidence/table.ts';
import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import { newId } from '../../shared/ids.ts';
import { Indicator } from '../../shared/priorities/indicator.ts';
import { enterReading, type Reading } from '../../shared/priorities/reading.ts';
import { attemptTogether } from '../ui/attempt.ts';
import { useReplica } from '../ui/replica.ts';
import { deed } from '../ui/use-act.ts';
import { type Outcome, useTask } from '../ui/use-task.ts';
import { draftOf } from './figure-draft.ts';

interface ToSave {
  told: ToldFigure;
  figure: ToldFigure['figures'][number];
  table: Table;
  /** So few pupils that the number is nowhere told. */
  withheld: boolean;
  reading: Pick<Reading, 'indicator' | 'school' | 'period' | 'value' | 'status' | 'replaces'>;
}

/** Saves a figure: what was read as evidence, and in the same group the reading that was taken from it. */
export function useSaveFigure() {
  const replica = useReplica();
  return useTask(async ({ told, figure, table, withheld, reading }: ToSave): Promise<Outcome<unknown>> => {
    const { passages, source, what } = draftOf(told, table, withheld);
    const evidence = newId();
    const priorities = (await replica.view.get(Indicator, reading.indicator))?.body?.priorities ?? [];
    const { replaces, ...entered } = reading;
    const title = oneLine(source?.title, 300);
    const published = source && title && /^https?:/i.test(source.url) ? { url: source.url, title } : undefined;
    const note = figure.cohort?.join(', ');
    const saved = { id: evidence, what, passages, ...(source && { source }), table, note: '', tags: [], priorities };
    const measured = {
      id: newId(),
      ...entered,
      evidence,
      ...(published && { source: published }),
      ...(note && { note }),
      ...(replaces && { replaces }),
    };
    return attemptTogether(replica, [deed(saveEvidence, saved), deed(enterReading, measured)]);
  });
}
