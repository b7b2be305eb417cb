import { School, takesPart } from '../../shared/cluster/schools.ts';
import { accessOf } from '../../shared/evidence/source-access.ts';
import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import { proposeFor } from '../../shared/priorities/figure-for.ts';
import { chosenBefore } from '../../shared/priorities/figure-proposal.ts';
import { Indicator } from '../../shared/priorities/indicator.ts';
import { Reading } from '../../shared/priorities/reading.ts';
import { Baseline } from '../../shared/priorities/target.ts';
import type { Entry } from '../replica/entries.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** So many of the newest readings are looked at for what the cluster chose before. */
const newest = 200;

const kinds = { indicators: Indicator, everyone: School, readings: Reading, baselines: Baseline };

/** What a figure can be a reading of, and what it most likely is; `undefined` until it is read. */
export function useFigureProposal(told: ToldFigure) {
  const { view } = useReplica();
  return useLive(async () => {
    const { indicators, everyone, readings, baselines } = await view.lists(kinds);
    const actor = (await view.me())?.actor;
    const own = accessOf({ ...told, access: told.source?.access }) === 'restricted';
    // A coordinator answers for every school of the cluster; whoever else reads there, for their own.
    const mine = (id: string) => actor?.role === 'coordinator' || actor?.schools.includes(id);
    const schools = everyone.filter((one) => takesPart(one) && (!own || mine(one.id)));
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
    const proposed = proposeFor(said, indicators, schools, chosen);
    const mineAlone = own ? onlyOf(schools, actor?.schools ?? []) : undefined;
    return { ...proposed, school: proposed.school ?? mineAlone, schools, readings, baselines, actor, own };
  }, [told]);
}

/** The only school there is, or the only one of these. */
function onlyOf(schools: readonly { id: string }[], mine: readonly string[]): string | undefined {
  const among = mine.length > 0 ? schools.filter(({ id }) => mine.includes(id)) : schools;
  return among.length === 1 ? among[0]?.id : undefined;
}

export type FigureProposal = NonNullable<ReturnType<typeof useFigureProposal>>;
