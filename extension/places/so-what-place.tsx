import { Bearing } from '../evidence/bearing.tsx';
import { FigureTalk } from '../evidence/figure-talk.tsx';
import { Owed } from '../priorities/owed.tsx';
import { BesideProvider } from '../priorities/progress-beside.ts';
import { SoWhat } from '../priorities/progress-screen.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';
import { hrefTo } from '../ui/route.ts';
import type { PlaceProps } from './shell.tsx';

const path = 'so-what';
const beside = { Evidence: Bearing, Figures: FigureTalk };

/** What came of it so far, priority by priority; or what is due and from whom. */
export function SoWhatPlace({ rest: [view] }: PlaceProps) {
  const due = view === 'due';
  return (
    <>
      <PlaceTitle>{due ? 'What is due' : 'So what, so far'}</PlaceTitle>
      <p class="no-print">
        {due ? <a href={hrefTo(path)}>So what, so far</a> : <a href={hrefTo(path, 'due')}>What is due</a>}
      </p>
      {due ? (
        <Owed />
      ) : (
        <BesideProvider value={beside}>
          <SoWhat />
        </BesideProvider>
      )}
    </>
  );
}
