import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { oneLine } from '../../shared/evidence/source.ts';
import type { Table } from '../../shared/evidence/table.ts';
import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import { newId } from '../../shared/ids.ts';
import { Indicator } from '../../shared/priorities/indicator.ts';
import { enterReading, type Reading } from '../../shared/priorities/reading.ts';
import { setBaseline } from '../../shared/priorities/target.ts';
import { attemptTogether } from '../ui/attempt.ts';
import { useReplica } from '../ui/replica.ts';
import { deed } from '../ui/use-act.ts';
import { type Outcome, useTask } from '../ui/use-task.ts';
import { draftOf } from './figure-draft.ts';
import type { SavedFigure } from './take-back-figure.ts';

interface ToSave {
  told: ToldFigure;
  figure: ToldFigure['figures'][number];
  table: Table;
  /** So few pupils that the number is nowhere told. */
  withheld: boolean;
  reading: Pick<Reading, 'indicator' | 'school' | 'period' | 'value' | 'status' | 'replaces'>;
  /** It is where the school starts from, in place of this reading if there is one. */
  baseline?: { before: string | undefined } | undefined;
}

/** Saves a figure: what was read as evidence, and in the same group the reading that was taken from it. */
export function useSaveFigure() {
  const replica = useReplica();
  return useTask(async (saving: ToSave): Promise<Outcome<SavedFigure>> => {
    const { told, figure, table, withheld, reading, baseline } = saving;
    const { passages, source, what } = draftOf(told, table, withheld);
    const [evidence, id] = [newId(), newId()];
    const priorities = (await replica.view.get(Indicator, reading.indicator))?.body?.priorities ?? [];
    const { replaces, ...entered } = reading;
    const title = oneLine(source?.title, 300);
    const published = source && title && /^https?:/i.test(source.url) ? { url: source.url, title } : undefined;
    const note = figure.cohort?.join(', ');
    const saved = { id: evidence, what, passages, ...(source && { source }), table, note: '', tags: [], priorities };
    const measured = {
      id,
      ...entered,
      evidence,
      ...(published && { source: published }),
      ...(note && { note }),
      ...(replaces && { replaces }),
    };
    const { indicator, school } = reading;
    const start = baseline ? [deed(setBaseline, { id: newId(), indicator, school, reading: id })] : [];
    const done = await attemptTogether(replica, [deed(saveEvidence, saved), deed(enterReading, measured), ...start]);
    if (!done.ok) return done;
    const before = baseline?.before && { indicator, school, reading: baseline.before };
    return { ok: true, value: { ...done.value, evidence, reading: id, ...(before && { before }) } };
  });
}
