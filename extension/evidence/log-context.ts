import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Actor } from '../../shared/cluster/roles.ts';
import type { SeenPriority } from '../priorities/use-priorities.ts';

/** What every entry of a list needs to know of what is around it. */
export interface Surroundings {
  me: Actor | undefined;
  /** A member as they are shown: 'You', a name, or 'A member'. */
  nameOf(member: string): string;
  priorities: readonly SeenPriority[];
  /** Tags in use, the commonest first. */
  knownTags: readonly string[];
  /** The tags of a piece as they stand now, once the codebook is read. */
  tagsOf?: ((piece: { id: string; tags: readonly string[] }) => readonly string[]) | undefined;
  /** Entries that were withdrawn here just now: they keep their place for a moment, so that it can be undone. */
  withdrawn: ReadonlySet<string>;
  setWithdrawn(id: string, just: boolean): void;
  /** Keeps an entry in the list, whatever is looked for there: somebody has opened something in it. */
  keep(id: string, on: boolean): void;
}

const Context = createContext<Surroundings | undefined>(undefined);

/** Gives a list's entries what is around them. */
export const SurroundingsProvider = Context.Provider;

/** What is around an entry. */
export function useSurroundings(): Surroundings {
  const around = useContext(Context);
  if (!around) throw new Error('An entry stands outside SurroundingsProvider');
  return around;
}
