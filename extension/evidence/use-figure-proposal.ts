import { School, takesPart } from '../../shared/cluster/schools.ts';
import { Evidence } from '../../shared/evidence/evidence.ts';
import { accessOf } from '../../shared/evidence/source-access.ts';
import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import { chosenBefore, proposeIndicator, proposeSchool } from '../../shared/priorities/figure-proposal.ts';
import { Indicator } from '../../shared/priorities/indicator.ts';
import { Reading } from '../../shared/priorities/reading.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** So many of the newest readings are looked at for what the cluster chose before. */
const newest = 200;

/** What a figure can be a reading of, and what it most likely is; `undefined` until it is read. */
export function useFigureProposal(told: ToldFigure) {
  const { view } = useReplica();
  return useLive(async () => {
    const [indicators, everyone, readings, me] = await Promise.all([
      view.list(Indicator),
      view.list(School),
      view.list(Reading),
      view.me(),
    ]);
    const own = accessOf(told) === 'restricted';
    const schools = everyone.filter((one) => takesPart(one) && (!own || me?.actor.schools.includes(one.id)));
    const ids = readings.slice(-newest).flatMap(({ body }) => body?.evidence ?? []);
    const found = await Promise.all(ids.map((id) => view.get(Evidence, id)));
    const tables = new Map(
      found.flatMap((one) => {
        const { table, source } = one?.body ?? {};
        return one && table && source ? [[one.id, { ...table, url: source.url }] as const] : [];
      }),
    );
    const chosen = chosenBefore(readings, (id) => tables.get(id));
    const [figure] = told.figures;
    const said = figure && { ...figure, around: told.around, url: told.url };
    return {
      indicators: indicators.filter(({ body }) => body && !body.retired),
      schools,
      readings,
      own,
      indicator: said && proposeIndicator(said, indicators, chosen)?.id,
      school: (said && proposeSchool(said, schools)?.id) ?? (schools.length === 1 ? schools[0]?.id : undefined),
    };
  }, [told]);
}

export type FigureProposal = NonNullable<ReturnType<typeof useFigureProposal>>;
