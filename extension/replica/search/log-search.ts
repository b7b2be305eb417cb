import type { Query } from '../../../shared/evidence/query.ts';
import type { LogNow } from '../log-index.ts';
import { type LogRow, newestFirst, rowOf } from '../log-rows.ts';
import { type Asked, type AskedText, readAsked, wordsFit } from './asked.ts';
import type { Facet } from './facets.ts';
import { createWordIndex } from './word-index.ts';

/** Milliseconds of work on the index at a time, so that a screen never waits for it. */
const slice = 8;
/** So many grades of relevance are told apart; of what is equally relevant, the newest comes first. */
const grades = 4096;

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

/** A timer would wait for 4 ms at least. */
const shortPause = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Finds in the log by a query. It is given the log's rows as they are known, with their words, whenever they change. */
export function createLogSearch({ tell, failed, signal, pause = shortPause }: Options) {
  let index = createWordIndex();
  let now: LogNow['rows'] = [];
  let working = false;
  /** The rows whose words are all in the index. */
  let indexed: LogNow['rows'] | undefined;

  /** Takes out what was changed or is gone, where there is any. */
  const sweep = (rows: readonly LogRow[]) => {
    if (index.live === rows.length) return;
    const there = new Uint8Array(index.slots);
    for (const { slot } of rows) if (slot !== undefined) there[slot] = 1;
    for (let slot = 0; slot < there.length; slot++) if (!there[slot]) index.remove(slot);
    if (!index.isUntidy) return;
    index = createWordIndex();
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

  /** Per slot how relevant it is, above 0 where its words are as asked. */
  const byWords = (texts: readonly AskedText[]): Float32Array => {
    const scores = new Float32Array(index.slots);
    const met = new Uint8Array(index.slots);
    const wanted = texts.filter(({ not }) => !not);
    if (wanted.length === 0) scores.fill(1);
    for (const [i, { words, exact, begun }] of wanted.entries()) {
      const { slots, scores: more } = exact ? index.phrase(words) : index.word(words[0] ?? '', begun);
      for (let n = 0; n < slots.length; n++) {
        const slot = slots[n] as number;
        if (met[slot] !== i) continue;
        met[slot] = i + 1;
        scores[slot] = (scores[slot] as number) + (more[n] as number);
      }
    }
    if (wanted.length > 0)
      for (let slot = 0; slot < met.length; slot++) if (met[slot] !== wanted.length) scores[slot] = 0;
    for (const { words, exact } of texts.filter(({ not }) => not)) {
      for (const slot of (exact ? index.phrase(words) : index.word(words[0] ?? '', false)).slots) scores[slot] = 0;
    }
    return scores;
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
      const scores = asked.texts.length > 0 ? byWords(asked.texts) : undefined;
      const found: LogRow[] = [];
      const relevance: number[] = [];
      for (const row of rows) {
        if (ahead.hidden.size > 0 && ahead.hidden.has(row.id)) continue;
        const isKept = kept.size > 0 && kept.has(row.id);
        const score = scores ? ((row.slot === undefined ? 0 : scores[row.slot]) ?? 0) : 1;
        if (!isKept && (score === 0 || !asked.fits(row))) continue;
        found.push(row);
        if (asked.ranked) relevance.push(isKept ? Infinity : score);
      }
      const waiting = ahead.records
        .map((record) => rowOf(record, true))
        .filter((row) => kept.has(row.id) || (wordsFit(row.words ?? '', asked.texts) && asked.fits(row)));
      const inOrder = asked.ranked
        ? [...waiting.sort(newestFirst), ...mostRelevantFirst(found, relevance)]
        : waiting.length > 0
          ? [...found, ...waiting].sort(newestFirst)
          : found;
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

/** By counting, not comparing: a hundred thousand take a few milliseconds. Equals stay in their order. */
function mostRelevantFirst(rows: readonly LogRow[], relevance: readonly number[]): LogRow[] {
  let most = 0;
  for (const one of relevance) if (one > most && one < Infinity) most = one;
  const scale = most > 0 ? (grades - 1) / most : 1;
  const gradeOf = new Uint16Array(rows.length);
  const ends = new Uint32Array(grades + 1);
  for (let i = 0; i < rows.length; i++) {
    const grade = grades - 1 - Math.min(grades - 1, Math.floor((relevance[i] as number) * scale));
    gradeOf[i] = grade;
    ends[grade + 1] = (ends[grade + 1] as number) + 1;
  }
  for (let grade = 0; grade < grades; grade++) ends[grade + 1] = (ends[grade + 1] as number) + (ends[grade] as number);
  const inOrder = new Array<LogRow>(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const grade = gradeOf[i] as number;
    const place = ends[grade] as number;
    ends[grade] = place + 1;
    inOrder[place] = rows[i] as LogRow;
  }
  return inOrder;
}
