import { browser } from 'wxt/browser';
import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import { hearPages, sayToPage, type ToPage } from './messages.ts';

/** What is heard while a person points at figures of a page. */
export interface Heard {
  /** A figure is pointed at, or was taken. */
  figure(told: ToldFigure): void;
  /** Where was clicked there is no figure: it goes on. */
  missed(): void;
  /** It was ended in the page. */
  left(): void;
}

/** A person points at figures of a tab. */
export interface PointingAt {
  /** Moves the outline, takes what is in it, or ends. */
  point(to: ToPage['point']['to']): void;
}

/**
 * Begins pointing at figures in every frame of a tab, until the signal. `undefined` where the browser lets nobody in or
 * no figure is there. Keys from here go to the frame in which was pointed last, at first to the one with most figures.
 * `clicked`: a frame in which what was clicked with the right button is taken at once.
 */
export async function pointAtFigures(
  tab: number,
  heard: Heard,
  signal: AbortSignal,
  clicked?: number,
): Promise<PointingAt | undefined> {
  let frame = 0;
  hearPages(
    {
      figure(told, from) {
        if (from.tab.id !== tab) return;
        frame = from.frame;
        heard.figure(withoutSource(told));
      },
      figureMissed: (_, from) => from.tab.id === tab && heard.missed(),
      figuresLeft: (_, from) => from.tab.id === tab && heard.left(),
    },
    signal,
  );
  const target = { tabId: tab, allFrames: true };
  const started = await browser.scripting.executeScript({ target, files: ['/figure-script.js'] }).catch(() => []);
  const counts = started.map(({ frameId, result }) => ({ frameId, figures: typeof result === 'number' ? result : 0 }));
  const [most] = counts.sort((a, b) => b.figures - a.figures);
  const end = () => void sayToPage(tab, 'point', { to: 'end' });
  signal.addEventListener('abort', end, { once: true });
  if (!most || most.figures === 0) return undefined;
  frame = clicked ?? most.frameId;
  if (clicked !== undefined) void sayToPage(tab, 'point', { to: 'clicked' }, clicked);
  return { point: (to) => void sayToPage(tab, 'point', { to }, to === 'end' ? undefined : frame) };
}

/** What a page says of itself it says elsewhere: this only our reader may. */
const withoutSource = ({ source: _, ...told }: ToldFigure): ToldFigure => told;

/** Hears which figures are taken in the reader in a tab, beginning with one that waits. */
export function followTaken(tab: number, tell: (told: ToldFigure) => void, signal: AbortSignal): void {
  const ask = () => void sayToPage(tab, 'giveFigure', {});
  hearPages(
    {
      figureTaken(_, from) {
        if (from.reader && from.tab.id === tab) ask();
      },
      figure(told, from) {
        if (from.reader && from.tab.id === tab) tell(told);
      },
    },
    signal,
  );
  ask();
}

/** Shows the tables of the file in the reader in a tab. */
export const showTables = (tab: number): Promise<void> => sayToPage(tab, 'showTables', {});
