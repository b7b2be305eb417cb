import { cyclesIn, type Graph, type Import, loadedBy } from './import-graph.ts';
import { lineOf, type Node, parseModule, walk } from './sources.ts';

/** A rule: what a program does against it, each as a sentence that begins with the file. */
export type Rule = (graph: Graph) => string[];

/** In this order: a domain may import those before it, and itself. */
const domains = ['cluster', 'priorities', 'evidence', 'cycles', 'reviews'];

const partOf = (path: string) => path.split('/')[0] ?? '';
const domainOf = (path: string) => domains.indexOf(path.split('/')[1] ?? '');
const isIn = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`));

const screens = [...domains, 'ui', 'places', 'app', 'reader'].map((name) => `extension/${name}`);
const isScreen = (path: string) => isIn(path, ...screens);
const isPage = (path: string) => isIn(path, 'extension/page');

const forbid =
  (why: string, forbidden: (one: Import) => boolean): Rule =>
  ({ imports }) =>
    imports.filter(forbidden).map(({ from, specifier }) => `${from} imports ${specifier}: ${why}`);

/** `extension → shared ← worker`, never across. */
export const sides = forbid('extension → shared ← worker, never across', ({ from, to }) => {
  const allowed = { shared: ['shared'], worker: ['worker', 'shared'], extension: ['extension', 'shared'] };
  const part = partOf(from);
  return to !== undefined && part in allowed && !allowed[part as keyof typeof allowed].includes(partOf(to));
});

/** `shared/` stands on zod/mini alone. */
export const sharedPackages = forbid(
  'shared/ imports zod/mini and itself, nothing else',
  ({ from, to, specifier }) => isIn(from, 'shared') && to === undefined && specifier !== 'zod/mini',
);

/** The modules at the top of `shared/` know no domain but the roles; the catalogue knows all. */
export const sharedRoots = forbid(
  'the modules at the top of shared/ know no domain, except shared/cluster/roles.ts',
  ({ from, to }) =>
    /^shared\/[^/]+$/.test(from) &&
    from !== 'shared/actions.ts' &&
    to !== undefined &&
    domainOf(to) >= 0 &&
    to !== 'shared/cluster/roles.ts',
);

/** `cluster < priorities < evidence < cycles < reviews`, within a part and across. */
export const leftwards = forbid(
  `domains import leftwards only (${domains.join(' < ')})`,
  ({ from, to }) => domainOf(from) >= 0 && to !== undefined && domainOf(to) > domainOf(from),
);

const browserPackages = /^(wxt(\/|$)|webextension-polyfill|@wxt-dev\/)/;

/** Only `platform/` and the entrypoints know that there is a browser around them. */
export const browserByPlatform: Rule = (graph) => {
  const outside = (path: string) => isScreen(path) || isPage(path) || isIn(path, 'extension/replica');
  const why = 'browser APIs are reached through extension/platform/';
  const imported = forbid(why, ({ from, specifier }) => outside(from) && browserPackages.test(specifier))(graph);
  const named = [...graph.files].flatMap(([path, text]) =>
    outside(path) ? globalsNamed(path, text).map((where) => `${where}: ${why}`) : [],
  );
  return [...imported, ...named];
};

const isName = (node: Node, ...names: string[]) => node.type === 'Identifier' && names.includes(node.name);

/** Where `chrome.x`, `browser.x` or `globalThis.chrome` stands. */
function globalsNamed(path: string, text: string): string[] {
  const found: string[] = [];
  walk(parseModule(path, text), (node) => {
    if (node.type !== 'MemberExpression') return;
    const direct = isName(node.object, 'chrome', 'browser');
    const indirect = isName(node.object, 'globalThis', 'window', 'self') && isName(node.property, 'chrome', 'browser');
    if (direct || indirect) found.push(`${path}:${lineOf(text, node.start)} says ${text.slice(node.start, node.end)}`);
  });
  return found;
}

/** Modules that run inside pages, and the entrypoints that put them there. */
const injected = ({ imports }: Graph) =>
  new Set(
    imports.flatMap(({ from, specifier }) =>
      /^wxt\/utils\/define-(unlisted|content)-script$/.test(specifier) ? [from] : [],
    ),
  );

/** What runs inside a page holds no token, no log and no zod. */
export const pageStandsAlone: Rule = (graph) => {
  const direct = forbid(
    'what runs in a page imports shared/, platform/messages and page/ only',
    ({ from, to }) =>
      isPage(from) &&
      !(to !== undefined && (isPage(to) || isIn(to, 'shared') || to === 'extension/platform/messages.ts')),
  )(graph);
  const entrances = injected(graph);
  const loaded = [...graph.files.keys()]
    .filter((path) => isPage(path) || entrances.has(path))
    .flatMap((path) =>
      [...loadedBy(graph, path)]
        .filter((one) => !(isPage(one) || isIn(one, 'shared') || one === 'extension/platform/messages.ts'))
        .filter((one) => one !== path && !(entrances.has(path) && one.startsWith('wxt/utils/define-')))
        .map((one) => `${path} loads ${one}: what runs in a page brings nothing of the kind`),
    );
  return [...direct, ...loaded];
};

/** The shared components know no domain. */
export const uiKnowsNoDomain = forbid(
  'ui/ knows no domain',
  ({ from, to }) => isIn(from, 'extension/ui') && to !== undefined && domainOf(to) >= 0,
);

/** The replica runs wherever it is put: it knows no screen and no browser. */
export const replicaStandsAlone = forbid(
  'replica/ imports shared/ and itself',
  ({ from, to }) => isIn(from, 'extension/replica') && to !== undefined && !isIn(to, 'shared', 'extension/replica'),
);

/** The platform serves screens; it does not know them. */
export const platformKnowsNoScreens = forbid(
  'platform/ does not know the screens',
  ({ from, to }) => isIn(from, 'extension/platform') && to !== undefined && isScreen(to),
);

/** An entrypoint has no more lines than this. */
const mostLines = 60;

/** Entrypoints only mount: small, with nothing in them that others would want. */
export const entrypointsOnlyMount: Rule = ({ files, imports }) => {
  const isEntrypoint = (path: string) => isIn(path, 'extension/entrypoints');
  const found = imports.flatMap(({ from, to }) =>
    to !== undefined && isEntrypoint(to) ? [`${from} imports ${to}: entrypoints are nobody’s library`] : [],
  );
  for (const [path, text] of files) {
    if (!isEntrypoint(path)) continue;
    const lines = text.trimEnd().split('\n').length;
    if (lines > mostLines) found.push(`${path} has ${lines} lines: entrypoints only mount (${mostLines} at most)`);
    for (const { type } of parseModule(path, text).body) {
      if (type === 'ExportNamedDeclaration' || type === 'ExportAllDeclaration') {
        found.push(`${path} exports by name: entrypoints only mount`);
      }
    }
  }
  return found;
};

/** What is imported is there, under its whole name, so that it runs unbuilt. */
export const wholeNames: Rule = ({ files, imports }) =>
  imports.flatMap(({ from, specifier, to }) => {
    if (specifier === '(computed)') return [`${from} imports a path that is only known when it runs`];
    if (/^[/#~@]\/|^\//.test(specifier)) return [`${from} imports ${specifier}: name it relative to the file`];
    if (to === undefined || /\.(css|json)$/.test(to)) return [];
    if (!/\.tsx?$/.test(to)) return [`${from} imports ${specifier}: imports end in .ts or .tsx`];
    return files.has(to) ? [] : [`${from} imports ${specifier}, which is not there`];
  });

/**
 * No circles, not even of types. One edge is left out: the platform's type of a namespace names the object's class,
 * and the class names what it is given.
 */
export const noCycles: Rule = ({ files, imports }) => {
  const isPlatforms = ({ from, to, typeOnly }: Import) =>
    typeOnly && from === 'worker/env.ts' && to === 'worker/log/cluster-log.ts';
  const counted = imports.filter((one) => !isPlatforms(one));
  return cyclesIn({ files, imports: counted }).map((circle) => `${circle}: imports run one way`);
};

const testPackages = /^(vitest|@vitest\/|@cloudflare\/vitest|fake-indexeddb|fast-check|playwright|puppeteer|axe-core)/;

/** The product runs without its tests. */
export const noTestCode = forbid(
  'the product does not stand on its tests',
  ({ from, to, specifier }) =>
    !isIn(from, 'test') && (testPackages.test(specifier) || (to !== undefined && isIn(to, 'test'))),
);
