/** Words to put in the place of others, by where those stand: `note`, or `away.reason` for one level further in, `adopt.0` in a list. */
export interface Blanks {
  [path: string]: string;
}

/**
 * A body in which the texts at these places are replaced. Where no text stands nothing is put, so that the same places
 * do for a record and for the bodies of the actions that made it.
 */
export function blanked<Body extends object>(body: Body, blanks: Blanks): Body {
  let made: object = body;
  for (const [path, words] of Object.entries(blanks)) made = replaced(made, path.split('.'), words);
  return made as Body;
}

function replaced(body: object, [first = '', ...rest]: readonly string[], words: string): object {
  if (!Object.hasOwn(body, first)) return body;
  const there = (body as { [field: string]: unknown })[first];
  const put = (value: unknown) =>
    Array.isArray(body) ? body.map((one, i) => (String(i) === first ? value : one)) : { ...body, [first]: value };
  if (rest.length === 0) return typeof there === 'string' ? put(words) : body;
  if (typeof there !== 'object' || there === null) return body;
  return put(replaced(there, rest, words));
}
