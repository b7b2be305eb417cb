import { posix } from 'node:path';
import { type Files, type Node, parseModule, walk } from './sources.ts';

/** One import, export from or `import()` of a module. */
export interface Import {
  from: string;
  specifier: string;
  /** The file that a relative specifier leads to; `undefined` for a package. */
  to: string | undefined;
  /** Whether nothing of it is left when the types are gone. `import { type A }` still loads the module. */
  typeOnly: boolean;
}

/** The modules of a program and what each imports. */
export interface Graph {
  files: Files;
  imports: readonly Import[];
}

/** What one module imports, in every way that there is: statically, dynamically, and in a type. */
export function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (source: Node | null | undefined, typeOnly: boolean) => {
    if (!source) return;
    // A path that is only known when it runs could lead anywhere.
    const specifier = source.type === 'Literal' && typeof source.value === 'string' ? source.value : '(computed)';
    const to = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined;
    found.push({ from: path, specifier, to, typeOnly });
  };
  walk(parseModule(path, text), (node) => {
    if (node.type === 'ImportDeclaration') add(node.source, node.importKind === 'type');
    if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration') {
      add(node.source, node.exportKind === 'type');
    }
    if (node.type === 'ImportExpression') add(node.source, false);
    if (node.type === 'TSImportType') add(node.source, true);
    if (node.type === 'TSExternalModuleReference') add(node.expression, false);
  });
  return found;
}

/** Reads a graph from files. */
export const graphOf = (files: Files): Graph => ({
  files,
  imports: [...files].flatMap(([path, text]) => importsOf(path, text)),
});

/** Everything that a module loads when it runs: itself, what it imports, and so on. Packages by their names. */
export function loadedBy(graph: Graph, path: string): Set<string> {
  const loaded = new Set<string>();
  const take = (one: string) => {
    if (loaded.has(one)) return;
    loaded.add(one);
    for (const { from, to, specifier, typeOnly } of graph.imports) {
      if (from === one && !typeOnly) take(to ?? specifier);
    }
  };
  take(path);
  return loaded;
}

/** Circles of imports, types included, each once and as a sentence. */
export function cyclesIn({ files, imports }: Graph): string[] {
  const found = new Map<string, string>();
  const done = new Set<string>();
  const visit = (path: string, trail: string[]) => {
    const begun = trail.indexOf(path);
    if (begun >= 0) {
      const circle = trail.slice(begun);
      found.set([...circle].sort().join(), `${[...circle, path].join(' → ')} is a circle`);
      return;
    }
    if (done.has(path)) return;
    for (const { from, to } of imports) if (from === path && to) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const path of files.keys()) visit(path, []);
  return [...found.values()];
}
