import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { FrameNotices } from '../cluster/frame-notices.tsx';
import { standingWords } from '../cluster/standing-words.ts';
import type { Whereabouts } from '../cluster/use-whereabouts.ts';
import { Announcer } from '../ui/announce.tsx';
import { Later } from '../ui/later.tsx';
import { MovedProvider } from '../ui/place-title.tsx';
import { hrefTo, useRoute } from '../ui/route.ts';
import './shell.css';

/** What a place's screen is given: what stands behind its own part of the address (`['7']` of `#/priorities/7`). */
export interface PlaceProps {
  rest: readonly string[];
}

/** A place of the log page. */
export interface Place {
  /** The first part of its address: `#/<path>`. */
  path: string;
  /** As it stands in the navigation. */
  name: string;
  load: () => Promise<ComponentType<PlaceProps>>;
  /** Its screen has tables or pictures that want the whole width. */
  wide?: boolean;
  /** It is gone to by a link only, and shows no way to the others. */
  alone?: boolean;
}

/** The log page's frame: whose it is, how it stands, the way to each place, and the place that is shown. */
export function Shell({ places, here }: { places: readonly Place[]; here: Whereabouts }) {
  const { parts, moved } = useRoute();
  const place = places.find(({ path }) => path === parts[0]) ?? places[0];
  if (!place) return null;
  const rest = parts.slice(1);
  return (
    <div class="shell">
      <header class="shell-header">
        <p class="shell-name">{here.cluster?.name ?? 'Goldthread'}</p>
        {here.cluster?.demo && <p class="shell-demo">Demonstration</p>}
        <div role="status" class="region soft small">
          {standingWords(here.standing).map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
      </header>
      {!place.alone && <Places places={places.filter(({ alone }) => !alone)} shown={place.path} />}
      <main class={place.wide ? 'shell-place wide' : 'shell-place'}>
        <FrameNotices here={here} />
        <MovedProvider value={moved}>
          <Later key={[place.path, ...rest].join('/')} load={place.load} props={{ rest }} />
        </MovedProvider>
      </main>
      <Announcer />
    </div>
  );
}

/** The way to each place. On a phone it is a bar that may be longer than the screen: where we are is brought into sight. */
function Places({ places, shown }: { places: readonly Place[]; shown: string }) {
  const here = useRef<HTMLAnchorElement>(null);
  useEffect(() => here.current?.scrollIntoView({ block: 'nearest', inline: 'center' }), [shown]);
  return (
    <nav class="shell-places" aria-label="Places">
      <ul>
        {places.map(({ path, name }) => (
          <li key={path}>
            <a href={hrefTo(path)} {...(path === shown && { ref: here, 'aria-current': 'page' as const })}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
