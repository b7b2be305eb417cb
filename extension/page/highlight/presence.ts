import { pageKey } from '../../../shared/evidence/page-key.ts';
import { type Anchor, hearExtension, isConnected, sayToExtension } from '../../platform/messages.ts';
import { readPageText } from '../capture/page-text.ts';
import { isPageHidden, isPageLoaded, isPdf, pageBody } from '../capture/unclobbered.ts';
import { ownDoi } from './own-doi.ts';
import { createPaint } from './paint.ts';
import { findPlaces, type Held } from './places.ts';
import { watchPointer } from './pointing.ts';
import { reveal } from './reveal.ts';
import { watchRightClick } from './right-click.ts';
import { watchSelection } from './selection-button.ts';
import { createMutationWatch, createPace, watchAddress } from './watch.ts';

/** How long a place that was asked for stays marked, and how long a page may take to bring its words; milliseconds. */
const marked = 1800;
const settling = 1500;

const nothing: Held = { places: [], states: [] };

/** Our presence in one document. */
export interface Presence {
  /** Whether the extension that it belongs to is still there. */
  isAlive(): boolean;
  look(): void;
  stop(): void;
}

/**
 * Shows what is in the log of this document, and keeps in step with it while it changes. It tells the extension where
 * it is and what it holds, and nothing else.
 */
export function startPresence(): Presence {
  const ending = new AbortController();
  const { signal } = ending;
  const paint = createPaint();
  let href = '';
  let key = '';
  let anchors: Anchor[] = [];
  let held = nothing;
  let told = '';
  let since = 0;
  let turn = 0;
  let wanted: number | undefined;
  /** Which article it is, where the panel found out. */
  let known: string | undefined;

  const stop = () => {
    ending.abort();
    paint.clear();
  };

  /** Tells what the page holds. What a page has not brought yet is not said to be gone. */
  const tell = (again = false) => {
    const early = !isPageLoaded() || performance.now() - since < settling;
    const states = early ? held.states.filter(({ state }) => state !== 'gone') : held.states;
    if (states.length < held.states.length) setTimeout(pace.ask, settling);
    const now = JSON.stringify([href, states]);
    if (now === told && !again) return;
    told = now;
    void sayToExtension('states', { url: href, states });
  };

  const read = () => {
    if (!isConnected()) return stop();
    const body = pageBody();
    // Of a PDF in the browser's own viewer nothing is known, and nothing is said.
    held = anchors.length > 0 && body && !isPdf() ? findPlaces(readPageText(body), anchors) : nothing;
    paint.show(held.places);
    tell();
    if (wanted !== undefined) goTo(wanted);
  };
  const pace = createPace(read, signal);

  const changed = () => {
    if (!isConnected()) return stop();
    if (location.href !== href) void look();
    // At once, before anything is drawn: never on words that are not those that were found.
    const right = held.places.filter(({ range, words }) => range.toString() === words);
    if (right.length < held.places.length) {
      held = { ...held, places: right };
      paint.show(right);
    }
    pace.ask();
  };
  const watchWords = createMutationWatch(changed, signal);

  /** Asks what is known of the page, which the panel may know to be this article. */
  const look = async (article?: string) => {
    if (!isConnected()) return stop();
    const mine = ++turn;
    href = location.href;
    if (pageKey(href) !== key) {
      key = pageKey(href);
      since = performance.now();
      anchors = [];
      held = nothing;
      wanted = undefined;
      known = undefined;
      paint.clear();
      watchWords(false);
    }
    known = article ?? known;
    const doi = known ?? ownDoi();
    const answer = await sayToExtension('here', { url: href, ...(doi && { doi }) });
    if (mine !== turn || signal.aborted) return;
    anchors = answer ?? [];
    watchWords(anchors.length > 0);
    pace.ask(0);
  };

  const goTo = (n: number) => {
    const ranges = held.places.filter((place) => place.n === n).map(({ range }) => range);
    const [first] = ranges;
    wanted = first ? undefined : n;
    if (!first) return;
    reveal(first);
    paint.mark(ranges);
    setTimeout(paint.unmark, marked);
  };

  hearExtension({ goTo: ({ n }) => goTo(n), tell: () => tell(true), look: ({ doi }) => void look(doi) }, signal);
  watchAddress(() => location.href !== href && look(), signal);
  addEventListener('pageshow', ({ persisted }) => persisted && look(), { signal });
  addEventListener('visibilitychange', () => !isPageHidden() && look(), { signal });
  watchPointer(
    () => held.places,
    (n) => void sayToExtension('pointing', { n }),
    signal,
  );
  watchRightClick(signal);
  watchSelection(() => void sayToExtension('clip', {}), signal);
  void look();
  return { isAlive: () => isConnected() && !signal.aborted, look: () => void look(), stop };
}
