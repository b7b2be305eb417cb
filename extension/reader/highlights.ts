import { type Found, find, foldText, matchOf } from '../../shared/evidence/quote.ts';
import { createPaint, type Place } from '../page/highlight/paint.ts';
import { watchPointer } from '../page/highlight/pointing.ts';
import { stretchesOf } from '../page/pdf/places.ts';
import { type Anchor, hearExtension, type PlaceState, sayToExtension } from '../platform/messages.ts';
import type { Known } from './known.ts';
import type { View } from './view.ts';

/** How long a place that was asked for stays marked, in milliseconds. */
const marked = 1800;

/** An entry with the places of the text that it was found at. */
interface Held {
  anchor: Anchor;
  found: Found[];
  state: PlaceState;
}

/**
 * Shows what is in the log of a file on its pages, and keeps in step with it. Entries are found in the text as it is
 * read, whichever pages are in view; what is drawn is drawn for those that are.
 */
export function startHighlights(view: View, { reading, fingerprint }: Known, url: string, signal: AbortSignal): void {
  const { bus, layers, viewer } = view;
  const paint = createPaint();
  const folded = foldText(reading.text);
  let held: Held[] = [];
  let places: Place[] = [];
  let wanted: number | undefined;
  let turn = 0;

  const draw = () => {
    if (signal.aborted) return;
    places = held.flatMap(({ anchor, found }) =>
      found.flatMap(({ start, end }) =>
        stretchesOf(reading, start, end).flatMap((stretch): Place[] => {
          const range = layers.rangeOf(stretch);
          const { n, thread, proposed } = anchor;
          return range ? [{ n, range, words: range.toString(), thread, proposed }] : [];
        }),
      ),
    );
    paint.show(places);
    if (wanted !== undefined) mark(wanted);
  };
  // The viewer changes a layer's nodes when it shows what is searched for: after it has.
  const soon = () => setTimeout(draw);

  const mark = (n: number) => {
    const ranges = places.filter((place) => place.n === n).map(({ range }) => range);
    if (ranges.length === 0) return;
    wanted = undefined;
    paint.mark(ranges);
    setTimeout(paint.unmark, marked);
  };

  const goTo = (n: number) => {
    const first = held.find(({ anchor }) => anchor.n === n)?.found[0];
    const [stretch] = first ? stretchesOf(reading, first.start, first.end) : [];
    if (!stretch) return;
    wanted = n;
    void scrollTo(view, stretch.page, stretch.item).then(draw);
  };

  const tell = () =>
    void sayToExtension('states', { url, fingerprint, states: held.map(({ anchor: { n }, state }) => ({ n, state })) });

  const look = async () => {
    const mine = ++turn;
    const anchors = (await sayToExtension('here', { url, fingerprint })) ?? [];
    if (mine !== turn || signal.aborted) return;
    held = anchors.map((anchor) => {
      const all = anchor.passages.map((passage) => find(folded, passage));
      const found = all.filter((one) => one !== null);
      const whole = found.every(({ score }) => matchOf(score) === 'found');
      const state = found.length === 0 ? 'gone' : found.length < all.length ? 'partly' : whole ? 'found' : 'edited';
      return { anchor, found, state };
    });
    draw();
    tell();
  };

  hearExtension({ goTo: ({ n }) => goTo(n), tell, look: () => void look() }, signal);
  for (const event of ['textlayerrendered', 'updatetextlayermatches', 'updatefindmatchescount']) bus.on(event, soon);
  watchPointer(
    () => places,
    (n) => void sayToExtension('pointing', { n }),
    signal,
  );
  addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look(), { signal });
  signal.addEventListener('abort', () => paint.clear(), { once: true });
  void viewer.pagesPromise.then(look);
}

/** Scrolls to an item of a page, so that it stands below the upper edge. */
export async function scrollTo({ viewer }: View, page: number, item: number): Promise<void> {
  const drawn = await viewer.pdfDocument?.getPage(page + 1);
  const content = await drawn?.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const texts = content?.items.filter((one) => 'str' in one) ?? [];
  const [, , , , x = 0, y = 0] = texts[item]?.transform ?? [];
  viewer.scrollPageIntoView({
    pageNumber: page + 1,
    destArray: [null, { name: 'XYZ' }, Math.max(0, x - 60), y + 90, null],
  });
}
