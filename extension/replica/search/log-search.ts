import type { Query } from '../../../shared/evidence/query.ts';
import type { LogNow } from '../log-index.ts';
import { type LogRow, newestFirst, rowOf } from '../log-rows.ts';
import { shortPause } from '../short-pause.ts';
import { type Asked, hasValue, readAsked, rowFits, wordsFit } from './asked.ts';
import { createColumns, states } from './columns.ts';
import type { Facet } from './facets.ts';
import { createWordIndex } from './word-index.ts';

/** Milliseconds of work on the index at a time, so that a screen never waits for it. */
const slice = 8;
/** So many grades of relevance are told apart; of what is equally relevant, the newest comes first. */
const grades = 4096;
/** The place of a row that is not there. */
const nowhere = 0xffffffff;

export interface Found {
  rows: LogRow[];
  /** Whether these are all: every row was read, and its words where they are asked for. */
  whole: boolean;
  /** In order of relevance; else newest first. */
  ranked: boolean;
  unknown: Asked['unknown'];
}

interface Looking {
  query: Query;
  facets: readonly Facet[];
  /** Entries that are shown whatever is looked for: somebody is at work on them. */
  kept: ReadonlySet<string>;
}

interface Options {
  /** More can be found than before. */
  tell(): void;
  failed(error: unknown): void;
  signal: AbortSignal;
  /** Lets the screen do its work in between. */
  pause?(): Promise<void>;
}

/** Finds in the log by a query. It is given the log's rows as they are known, with their words, whenever they change. */
export function createLogSearch({ tell, failed, signal, pause = shortPause }: Options) {
  let index = createWordIndex();
  let now: LogNow['rows'] = [];
  let working = false;
  /** The rows whose words are all in the index. */
  let indexed: LogNow['rows'] | undefined;
  const columns = createColumns();
  let places: { rows: LogNow['rows']; index: typeof index; at: Uint32Array } | undefined;
  // Room to work in, made once: the places of rows, and how relevant the row at each is.
  let candidates = new Uint32Array();
  let relevance = new Float32Array();

  /** Takes out what was changed or is gone, where there is any. */
  const sweep = (rows: readonly LogRow[]) => {
    if (index.live === rows.length) return;
    const there = new Uint8Array(index.slots);
    for (const { slot } of rows) if (slot !== undefined) there[slot] = 1;
    for (let slot = 0; slot < there.length; slot++) if (!there[slot]) index.remove(slot);
    if (!index.isUntidy) return;
    index = createWordIndex();
    indexed = undefined;
    for (const row of rows) delete row.slot;
  };

  const work = async () => {
    if (working) return;
    working = true;
    while (indexed !== now && !signal.aborted) {
      const rows = now;
      sweep(rows);
      let begun = performance.now();
      let missing = false;
      for (const row of rows) {
        if (row.slot !== undefined) continue;
        if (row.words === undefined) missing = true;
        else row.slot = index.add(row.words);
        if (performance.now() - begun < slice) continue;
        await pause();
        if (signal.aborted || now !== rows) break;
        begun = performance.now();
      }
      if (now !== rows) continue;
      if (!missing) indexed = rows;
      tell();
      if (missing) break;
    }
    working = false;
  };

  /** Where the row of each slot stands in a list of rows; the slots of rows that are not in it stand nowhere. */
  const placesOf = (rows: LogNow['rows']): Uint32Array => {
    if (places?.rows === rows && places.index === index) return places.at;
    const at = new Uint32Array(index.slots).fill(nowhere);
    for (let i = 0; i < rows.length; i++) {
      const { slot } = rows[i] as LogRow;
      if (slot !== undefined) at[slot] = i;
    }
    // While rows come into the index, it is another at every moment.
    if (indexed === rows) places = { rows, index, at };
    return at;
  };

  /** The places of rows that have the words, in their order, with how relevant each is in `relevance`. */
  const byWords = (rows: LogNow['rows'], asked: Asked): number => {
    const scores = index.match(asked.texts);
    const at = placesOf(rows);
    for (let slot = 0; slot < scores.length; slot++) {
      const score = scores[slot] as number;
      if (score === 0) continue;
      const place = at[slot] as number;
      if (place !== nowhere) relevance[place] = score;
    }
    let n = 0;
    for (let i = 0; i < rows.length; i++) if (relevance[i] !== 0) candidates[n++] = i;
    return n;
  };

  /** Of the first so many candidates, those that are as asked besides their words; how many are left. */
  const narrowed = (rows: LogNow['rows'], asked: Asked, count: number): number => {
    const { values, from, to, withdrawn, anything } = asked;
    const state = columns.statesOf(rows);
    // What was erased can be found by nothing, and is told of where nothing is looked for.
    const meant = states.there | (withdrawn ? states.withdrawn : 0) | (anything ? states.erased : 0);
    // Rows are newest first.
    const begins = to === Infinity ? 0 : firstBefore(rows, to);
    const ends = from === -Infinity ? rows.length : firstBefore(rows, from);
    let n = 0;
    for (let i = 0; i < count; i++) {
      const place = candidates[i] as number;
      if (place >= begins && place < ends && ((state[place] as number) & meant) !== 0) candidates[n++] = place;
    }
    for (const value of values) {
      const { codes, samples } = columns.columnOf(rows, value.facet);
      const fits = Uint8Array.from(samples, (row) => (hasValue(row, value) ? 1 : 0));
      const before = n;
      n = 0;
      for (let i = 0; i < before; i++) {
        const place = candidates[i] as number;
        if (fits[codes[place] as number] === 1) candidates[n++] = place;
      }
    }
    return n;
  };

  /** Lets rows that somebody is at be among the candidates, before all others where they are ranked. */
  const withKept = (rows: LogNow['rows'], kept: ReadonlySet<string>, count: number): number => {
    const also = new Set<number>();
    for (let i = 0; i < rows.length && also.size < kept.size; i++) if (kept.has((rows[i] as LogRow).id)) also.add(i);
    const all = [...new Set([...candidates.subarray(0, count), ...also])].sort((x, y) => x - y);
    candidates.set(all);
    for (const place of also) relevance[place] = Infinity;
    return all.length;
  };

  return {
    /** The log as it is known now. */
    take({ rows }: LogNow): void {
      now = rows;
      work().catch(failed);
    },

    /** What is found in the log as it is known at a moment. */
    find({ rows, ahead, whole }: LogNow, { query, facets, kept }: Looking): Found {
      const asked = readAsked(query, facets);
      if (candidates.length < rows.length) {
        candidates = new Uint32Array(rows.length * 2);
        relevance = new Float32Array(rows.length * 2);
      }
      let n = rows.length;
      if (asked.texts.length > 0) n = byWords(rows, asked);
      else for (let i = 0; i < n; i++) candidates[i] = i;
      n = narrowed(rows, asked, n);
      if (kept.size > 0) n = withKept(rows, kept, n);
      if (ahead.hidden.size > 0) {
        const before = n;
        n = 0;
        for (let i = 0; i < before; i++) {
          const place = candidates[i] as number;
          if (!ahead.hidden.has((rows[place] as LogRow).id)) candidates[n++] = place;
        }
      }
      const waiting = ahead.records
        .map((record) => rowOf(record, true))
        .filter((row) => kept.has(row.id) || (wordsFit(row.words ?? '', asked.texts) && rowFits(row, asked)));
      const order = asked.ranked ? mostRelevantFirst(candidates.subarray(0, n), relevance) : candidates;
      const found = new Array<LogRow>(n);
      for (let i = 0; i < n; i++) found[i] = rows[order[i] as number] as LogRow;
      relevance.fill(0, 0, rows.length);
      const inOrder =
        waiting.length === 0
          ? found
          : asked.ranked
            ? [...waiting.sort(newestFirst), ...found]
            : [...found, ...waiting].sort(newestFirst);
      return {
        rows: inOrder,
        whole: whole && (asked.texts.length === 0 || indexed === rows),
        ranked: asked.ranked,
        unknown: asked.unknown,
      };
    },

    /** What the index takes in memory, in bytes, and how many words it knows. */
    get size() {
      return index.size;
    },
  };
}

export type LogSearch = ReturnType<typeof createLogSearch>;

/** The first place at which a row is from before a time; rows are newest first. */
function firstBefore(rows: LogNow['rows'], time: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] as LogRow).at >= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By counting, not comparing: a hundred thousand take a millisecond or two. Equals stay in their order. */
function mostRelevantFirst(places: Uint32Array, relevance: Float32Array): Uint32Array {
  let most = 0;
  for (let i = 0; i < places.length; i++) {
    const one = relevance[places[i] as number] as number;
    if (one > most && one < Infinity) most = one;
  }
  const scale = most > 0 ? (grades - 1) / most : 1;
  const gradeOf = new Uint16Array(places.length);
  const ends = new Uint32Array(grades + 1);
  for (let i = 0; i < places.length; i++) {
    const relevant = relevance[places[i] as number] as number;
    const grade = grades - 1 - Math.min(grades - 1, Math.floor(relevant * scale));
    gradeOf[i] = grade;
    ends[grade + 1] = (ends[grade + 1] as number) + 1;
  }
  for (let grade = 0; grade < grades; grade++) ends[grade + 1] = (ends[grade + 1] as number) + (ends[grade] as number);
  const inOrder = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const grade = gradeOf[i] as number;
    const place = ends[grade] as number;
    ends[grade] = place + 1;
    inOrder[place] = places[i] as number;
  }
  return inOrder;
}
