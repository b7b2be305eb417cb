import { School, takesPart } from '../../shared/cluster/schools.ts';
import { accessOf } from '../../shared/evidence/source-access.ts';
import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import { proposeFor } from '../../shared/priorities/figure-for.ts';
import { chosenBefore } from '../../shared/priorities/figure-proposal.ts';
import { Indicator } from '../../shared/priorities/indicator.ts';
import { Reading } from '../../shared/priorities/reading.ts';
import type { Entry } from '../replica/entries.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** So many of the newest readings are looked at for what the cluster chose before. */
const newest = 200;

const kinds = { indicators: Indicator, everyone: School, readings: Reading };

/** What a figure can be a reading of, and what it most likely is; `undefined` until it is read. */
export function useFigureProposal(told: ToldFigure) {
  const { view } = useReplica();
  return useLive(async () => {
    const { indicators, everyone, readings } = await view.lists(kinds);
    const me = await view.me();
    const own = accessOf(told) === 'restricted';
    const schools = everyone.filter((one) => takesPart(one) && (!own || me?.actor.schools.includes(one.id)));
    const ids = new Set(readings.slice(-newest).flatMap(({ body }) => body?.evidence ?? []));
    const entries = ids.size > 0 ? await view.these([...ids]) : new Map<string, Entry>();
    const tables = new Map(
      [...entries].flatMap(([id, { record }]) => {
        const { table, source } = record.body ?? {};
        return table && source ? [[id, { ...table, url: source.url }] as const] : [];
      }),
    );
    const chosen = chosenBefore(readings, (id) => tables.get(id));
    const [figure] = told.figures;
    const said = figure && { ...figure, around: told.around, url: told.url };
    return { ...proposeFor(said, indicators, schools, chosen), schools, readings, own };
  }, [told]);
}

export type FigureProposal = NonNullable<ReturnType<typeof useFigureProposal>>;
