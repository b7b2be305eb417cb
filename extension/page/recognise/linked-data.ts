/** Something that a page's linked data (schema.org, as JSON-LD) describes. */
export type Work = { [name: string]: unknown };

/** Longer scripts describe no page. Deeper than this is nothing of use. */
const most = { length: 1_000_000, nodes: 200, depth: 4 };

export const isObject = (value: unknown): value is Work =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object at the top of some scripts or in their `@graph`. What is no JSON says nothing. */
export function worksIn(scripts: readonly string[]): Work[] {
  const works: Work[] = [];
  const take = (value: unknown, depth: number) => {
    if (works.length >= most.nodes || depth > most.depth) return;
    if (Array.isArray(value)) for (const one of value.slice(0, most.nodes)) take(one, depth + 1);
    else if (isObject(value)) {
      works.push(value);
      take(value['@graph'], depth + 1);
      take(value.mainEntity, depth + 1);
    }
  };
  for (const json of scripts) {
    if (json.length > most.length) continue;
    try {
      take(JSON.parse(json.trim().replace(/^\/\*.*?\*\/|<!\[CDATA\[|\]\]>$/g, '')), 0);
    } catch {
      // Not ours to mend.
    }
  }
  return named(works);
}

/** Who made a work is often told beside it, by an id: an author of the same graph has its name there. */
function named(works: readonly Work[]): Work[] {
  const names = new Map(works.flatMap((one) => (one.name === undefined ? [] : [[one['@id'], one.name] as const])));
  const withName = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.slice(0, most.nodes).map(withName);
    if (!isObject(value) || value.name !== undefined || !names.has(value['@id'])) return value;
    return { ...value, name: names.get(value['@id']) };
  };
  return works.map((one) => {
    const by = ['author', 'publisher'].filter((key) => one[key] !== undefined);
    return by.length > 0 ? { ...one, ...Object.fromEntries(by.map((key) => [key, withName(one[key])])) } : one;
  });
}

/** The types of a work, without the vocabulary's address. */
export const typesOf = (work: Work): string[] =>
  [work['@type']].flat().flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/#:]/, '')] : []));

const written = /(Article|Report|Posting|Publication|Dataset|CreativeWork|Book|Thesis|WebPage|Guide|Course|FAQPage)$/;

/** Whether something is a thing to read, as against who made it or where it is. */
export const isWork = (work: Work): boolean => typesOf(work).some((type) => written.test(type));

/** The names in a property that holds people or organisations, in whatever way they are written. */
export function namesIn(value: unknown): string[] {
  return [value]
    .flat()
    .slice(0, 50)
    .flatMap((one) => {
      const name = isObject(one) ? one.name : one;
      return [name].flat().filter((each): each is string => typeof each === 'string');
    });
}

/** The first text in a property. */
export const textIn = (value: unknown): string | undefined =>
  [value].flat().find((one): one is string => typeof one === 'string' && one.trim() !== '');
