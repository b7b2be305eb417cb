/**
 * Loads a part of the replica when it is first wanted, and keeps it. What failed to load, as an extension's files may
 * while it is updated, is asked for again the next time.
 */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}

type Method = (...given: never[]) => Promise<unknown>;

/**
 * An object whose methods are loaded when one of them is first called. Every one answers with a promise anyway, and
 * every one is named, so that none is forgotten.
 */
export function lateMethods<T extends { [Name in keyof T]: Method }>(
  load: () => Promise<T>,
  names: { [Name in keyof T]: true },
): T {
  const late: { [name: string]: Method } = {};
  for (const name of Object.keys(names) as (keyof T & string)[]) {
    late[name] = async (...given) => (await load())[name](...given);
  }
  return late as T;
}
