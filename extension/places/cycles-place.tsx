import { BeginCycle } from '../cycles/begin-cycle.tsx';
import { CycleBoard } from '../cycles/cycle-board.tsx';
import { CyclePage } from '../cycles/cycle-page.tsx';
import '../cycles/cycles.css';
import { RefusedDeeds } from '../cycles/refused-deeds.tsx';
import { CyclesProvider, useLiveCycles } from '../cycles/use-cycles.ts';
import { PlaceTitle } from '../ui/place-title.tsx';
import type { PlaceProps } from './shell.tsx';

/** The cycles of action research: all of them on a board, a new one, or one as a story. */
export function CyclesPlace({ rest: [first] }: PlaceProps) {
  const scene = useLiveCycles();
  if (!scene) return null;
  return (
    <CyclesProvider value={scene}>
      <RefusedDeeds />
      {first !== undefined && first !== 'new' ? (
        <CyclePage key={first} id={first} />
      ) : (
        <>
          <PlaceTitle>{first ? 'A new cycle' : 'Cycles'}</PlaceTitle>
          {first ? <BeginCycle /> : <CycleBoard />}
        </>
      )}
    </CyclesProvider>
  );
}
