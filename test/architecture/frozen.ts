import type { Catalogue } from '../../shared/action.ts';
import { readSchema } from './schema.ts';

/** Each action's body as it was released: what stands at which place; `?` marks what may be left out. */
export interface Frozen {
  [action: string]: { [path: string]: string };
}

/** The catalogue as it would be frozen now. */
export const freeze = (known: Catalogue): Frozen =>
  Object.fromEntries(
    [...known.values()].map(({ name, body }) => [
      name,
      Object.fromEntries(
        readSchema(body)
          .fields.filter(({ path }) => path !== '')
          .map(({ path, required, what }) => [path, required ? what : `${what}?`]),
      ),
    ]),
  );

const isOptional = (what: string) => what.endsWith('?');
const bare = (what: string) => what.replace(/\?$/, '');

/** The place around a place: of `a.b[].c`, `a.b`. */
const around = (path: string): string => path.replace(/(\.[^.]*|\[\d*\]|\|\d+)$/, '');

const years = 'clients of the last four years still send it as it was. A break is an action with a new name';

/** What would break an old client, and what is only new, each as a sentence. */
export function compare(frozen: Frozen, now: Frozen): { broken: string[]; added: string[] } {
  const broken: string[] = [];
  const added: string[] = [];
  for (const [action, before] of Object.entries(frozen)) {
    const present = now[action];
    if (!present) {
      broken.push(`${action} is gone: ${years}, and the old one stays.`);
      continue;
    }
    for (const [path, what] of Object.entries(before)) {
      const is = present[path];
      if (is === undefined) broken.push(`${action} no longer takes '${path}': ${years}.`);
      else if (isOptional(what) && !isOptional(is)) broken.push(`${action} now requires '${path}': ${years}.`);
      else if (bare(what) !== bare(is) && !isWider(bare(what), bare(is))) {
        broken.push(`${action} took at '${path}' ${bare(what)} and now takes ${bare(is)}: ${years}.`);
      } else if (what !== is) added.push(`${action} takes more at '${path}': ${is}.`);
    }
    for (const [path, what] of Object.entries(present)) {
      if (path in before) continue;
      const parent = around(path);
      // What is new inside something that is new itself is judged there.
      if (isOptional(what) || (parent !== path && !(parent in before))) {
        added.push(`${action} may have '${path}'.`);
      } else broken.push(`${action} requires '${path}', which is new: ${years}; new fields are optional.`);
    }
  }
  for (const action of Object.keys(now)) if (!(action in frozen)) added.push(`${action} is new.`);
  return { broken, added };
}

/** Whether everything that was right still is: a higher limit, or more words to choose from. */
function isWider(before: string, now: string): boolean {
  const limit = /^(text|list) at most (\d+)$/;
  const [was, is] = [limit.exec(before), limit.exec(now)];
  if (was && is) return was[1] === is[1] && Number(is[2]) >= Number(was[2]);
  if (!before.includes(' | ') && !now.includes(' | ')) return false;
  const words = new Set(now.split(' | '));
  return before.split(' | ').every((word) => words.has(word));
}
