import { type Folded, find, foldText, matchOf } from '../../../shared/evidence/quote.ts';
import type { Anchor, PlaceState } from '../../platform/messages.ts';
import { rangeOf } from '../capture/page-range.ts';
import type { PageText } from '../capture/page-text.ts';
import type { Place } from './paint.ts';

/** What a page holds of the entries that are known of it. */
export interface Held {
  places: Place[];
  states: { n: number; state: PlaceState }[];
}

/** Finds entries in a page's text. Better no place than a wrong one: a passage that is not surely there is gone. */
export function findPlaces(page: PageText, anchors: readonly Anchor[]): Held {
  const held: Held = { places: [], states: [] };
  if (anchors.length === 0) return held;
  // Once, whatever the number of passages.
  const folded = foldText(page.text);
  for (const anchor of anchors) {
    const found = anchor.passages.map((passage) => placeOf(page, folded, anchor, passage));
    const places = found.flatMap((one) => one?.place ?? []);
    held.places.push(...places);
    const as =
      places.length < found.length ? 'partly' : found.every((one) => one?.match === 'found') ? 'found' : 'edited';
    held.states.push({ n: anchor.n, state: places.length === 0 ? 'gone' : as });
  }
  return held;
}

function placeOf(page: PageText, folded: Folded, { n, thread, proposed }: Anchor, passage: Anchor['passages'][number]) {
  const match = find(folded, passage);
  const range = match && rangeOf(page, match.start, match.end);
  if (!match || !range) return undefined;
  const place: Place = { n, range, words: range.toString(), thread, proposed };
  return { place, match: matchOf(match.score) };
}
