// JSON Pointers (RFC 6901) into a published review. Its keys hold no tilde and no slash, so that none is escaped.

const partsOf = (at: string): string[] => at.split('/').slice(1);

/** What stands at a place, or `undefined`. */
export function valueAt(root: unknown, at: string): unknown {
  let here = root;
  for (const part of partsOf(at)) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return undefined;
    here = (here as { [key: string]: unknown })[part];
  }
  return here;
}

/** The same with another value at a place, which must be there; with `undefined` the place goes. */
export const withValue = <T>(root: T, at: string, value: unknown): T => put(root, partsOf(at), value) as T;

function put(here: unknown, [first, ...rest]: string[], value: unknown): unknown {
  if (first === undefined) return value;
  if (typeof here !== 'object' || here === null || !Object.hasOwn(here, first)) return here;
  if (Array.isArray(here)) return here.map((one, i) => (String(i) === first ? put(one, rest, value) : one));
  const { [first]: present, ...others } = here as { [key: string]: unknown };
  const next = put(present, rest, value);
  return next === undefined ? others : { ...here, [first]: next };
}
