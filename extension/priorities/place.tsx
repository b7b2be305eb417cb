import type { ComponentType } from 'preact';
import { Later } from '../ui/later.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';
import { hrefTo } from '../ui/route.ts';
import './place.css';
import { PriorityList } from './priority-list.tsx';
import { SceneProvider, useLiveScene } from './scene.ts';

const page = () => import('./priority-page.tsx').then(({ PriorityPage }) => PriorityPage);
const scrutiny = () => import('./scrutiny.tsx').then(({ Scrutiny }) => Scrutiny);
const propose = () => import('./propose.tsx').then(({ Propose }) => Propose);

interface PrioritiesPlaceProps {
  /** What stands behind the place's own part of the address. */
  path: readonly string[];
  /** What the log says about a priority: the domain that knows evidence brings it. */
  Evidence?: ComponentType<{ priority: string }>;
}

/**
 * The place of the priorities: all of them; `scrutiny`, everybody's figures; `new`, with the indicators that a proposal
 * comes with; or one, by its id.
 */
export function PrioritiesPlace({ path: [first, ...rest], Evidence }: PrioritiesPlaceProps) {
  const scene = useLiveScene();
  if (!scene) return null;
  return <SceneProvider value={scene}>{screen()}</SceneProvider>;

  function screen() {
    if (first === undefined) return <PriorityList />;
    if (first === 'scrutiny') return <Later load={scrutiny} props={{}} />;
    if (first === 'new') {
      return (
        <>
          <p class="small">
            <a href={hrefTo('priorities')}>All priorities</a>
          </p>
          <PlaceTitle>A new priority</PlaceTitle>
          <Later load={propose} props={{ indicators: rest }} />
        </>
      );
    }
    return <Later key={first} load={page} props={{ id: first, Evidence }} />;
  }
}
