import type { LogRow } from '../log-rows.ts';
import type { Attribute, Facet } from './facets.ts';

/** The rows' values of something, each different one as a small number, with the first row that has it. */
export interface Column {
  codes: Uint32Array;
  samples: LogRow[];
}

type Rows = readonly LogRow[];

/** The states that a row can be in, as they stand in their column: a bit each. */
export const states = { there: 1, withdrawn: 2, erased: 4 } as const;

/** What is kept of the rows of one moment. */
interface Kept {
  states?: Uint8Array;
  plain: Map<Attribute | undefined, Column>;
  /** By the entries that are told apart by themselves. */
  particular: WeakMap<object, Map<Attribute | undefined, Column>>;
}

/**
 * The rows of the log as columns of numbers, so that a hundred thousand are looked through without touching a row. A
 * column is made when it is first asked for, and stands as long as the list of rows is the same.
 */
export function createColumns() {
  const kept = new WeakMap<Rows, Kept>();
  const of = (rows: Rows): Kept => {
    const known = kept.get(rows) ?? { plain: new Map(), particular: new WeakMap() };
    kept.set(rows, known);
    return known;
  };

  return {
    statesOf(rows: Rows): Uint8Array {
      const known = of(rows);
      known.states ??= Uint8Array.from(rows, ({ state }) => states[state]);
      return known.states;
    },

    /** Rows with the same code have the same values of the facet. */
    columnOf(rows: Rows, { by, particular }: Pick<Facet, 'by' | 'particular'>): Column {
      const known = of(rows);
      const apart = particular && particular.size > 0 ? particular : undefined;
      let columns = apart ? known.particular.get(apart) : known.plain;
      if (!columns) {
        columns = new Map();
        if (apart) known.particular.set(apart, columns);
      }
      const made = columns.get(by) ?? columnOf(rows, by, apart);
      columns.set(by, made);
      return made;
    },
  };
}

function columnOf(rows: Rows, by: Attribute | undefined, apart: Facet['particular']): Column {
  const codes = new Uint32Array(rows.length);
  const samples: LogRow[] = [];
  const known = new Map<unknown, number>();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as LogRow;
    if (apart?.has(row.id)) {
      codes[i] = samples.push(row) - 1;
      continue;
    }
    // Lists of the same values are the same list: they are made once (log-rows.ts).
    const value = by && row[by];
    let code = known.get(value);
    if (code === undefined) {
      code = samples.push(row) - 1;
      known.set(value, code);
    }
    codes[i] = code;
  }
  return { codes, samples };
}
