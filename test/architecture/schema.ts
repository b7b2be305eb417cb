import type * as z from 'zod/mini';

/** Schemas as zod keeps them; only what is looked at here. */
interface Def {
  type: string;
  checks?: readonly { _zod: { def: { check: string; maximum?: number; length?: number; pattern?: RegExp } } }[];
  shape?: { [field: string]: Schema };
  catchall?: Schema;
  element?: Schema;
  innerType?: Schema;
  options?: readonly Schema[];
  items?: readonly Schema[];
  rest?: Schema | null;
  in?: Schema;
  out?: Schema;
  entries?: { [name: string]: string | number };
  values?: readonly unknown[];
}
interface Schema {
  _zod: { def: Def };
}

const defOf = (schema: Schema) => schema._zod.def;

/** What wraps another schema and adds nothing that a sender sees. */
const wrappers = ['optional', 'nullable', 'readonly', 'nonoptional', 'default', 'prefault', 'catch'];
const optional = ['optional', 'default', 'prefault'];

/** Whether a text that matches is of bounded length: both ends fixed, and nothing repeated without end. */
export const isBounded = ({ source }: RegExp): boolean => {
  const plain = source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  return /^\^.*\$$/.test(plain) && !/[*+]|\{\d+,\}/.test(plain) && !plain.includes('|');
};

/** The longest that a string or list may be, in words for the frozen file; `undefined` where there is no limit. */
function limitOf({ checks = [] }: Def): string | undefined {
  const defs = checks.map(({ _zod }) => _zod.def);
  const most = defs.map(({ check, maximum, length }) => (check === 'length_equals' ? length : maximum));
  const limits = most.filter((limit): limit is number => typeof limit === 'number');
  if (limits.length > 0) return `at most ${Math.min(...limits)}`;
  const pattern = defs.find((def) => def.pattern && isBounded(def.pattern))?.pattern;
  return pattern && `like ${pattern.source}`;
}

/** One place of a body: what may stand there, and whether it must. */
export interface Field {
  /** Such as `passages[].exact`; the body itself is ''. */
  path: string;
  required: boolean;
  what: string;
}

/** What a schema says, place by place, and what is wrong with it. */
export interface Reading {
  fields: Field[];
  faults: string[];
}

/**
 * Reads an action's body: every object must be strict (an unknown field's meaning would be lost in silence), every
 * string and list must have its limit, and nothing may take whatever comes.
 */
export function readSchema(schema: z.ZodMiniType): Reading {
  const reading: Reading = { fields: [], faults: [] };
  visit(schema as unknown as Schema, '', true, reading);
  return reading;
}

function visit(schema: Schema, path: string, required: boolean, reading: Reading): void {
  const def = defOf(schema);
  const place = path || 'the body';
  const field = (what: string) => reading.fields.push({ path, required, what });
  const fault = (why: string) => reading.faults.push(`${place} ${why}`);
  if (wrappers.includes(def.type) && def.innerType) {
    visit(def.innerType, path, required && !optional.includes(def.type), reading);
    return;
  }
  switch (def.type) {
    case 'object': {
      field('object');
      if (!def.catchall || defOf(def.catchall).type !== 'never') fault('takes unknown fields: use z.strictObject');
      for (const [name, inner] of Object.entries(def.shape ?? {})) {
        visit(inner, path ? `${path}.${name}` : name, true, reading);
      }
      return;
    }
    case 'array': {
      const limit = limitOf(def);
      field(`list ${limit ?? 'without end'}`);
      if (!limit) fault('is a list without a limit');
      if (def.element) visit(def.element, `${path}[]`, true, reading);
      return;
    }
    case 'string': {
      const limit = limitOf(def);
      field(`text ${limit ?? 'without end'}`);
      if (!limit) fault('is a text without a limit');
      return;
    }
    case 'tuple':
      field(`list of ${def.items?.length ?? 0}`);
      if (def.rest) fault('is a list without a limit');
      for (const [i, item] of (def.items ?? []).entries()) visit(item, `${path}[${i}]`, true, reading);
      return;
    case 'union':
      field('one of several');
      for (const [i, option] of (def.options ?? []).entries()) visit(option, `${path}|${i}`, true, reading);
      return;
    case 'enum':
      field(Object.values(def.entries ?? {}).join(' | '));
      return;
    case 'literal':
      field((def.values ?? []).map(String).join(' | '));
      return;
    case 'number':
    case 'boolean':
    case 'null':
      field(def.type);
      return;
    default:
      field(def.type);
      fault(`is of the type ${def.type}, of which nobody can say how large it is or what it takes`);
  }
}
