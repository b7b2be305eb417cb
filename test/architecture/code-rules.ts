import { type Files, lineOf, type Node, parseModule, walk } from './sources.ts';

/** A rule over files: what stands against it, each with its place. */
export type CodeRule = (files: Files) => string[];

/** A rule that looks at each node of each module and says what is wrong with it. */
const eachNode =
  (wrong: (node: Node) => string | undefined): CodeRule =>
  (files) =>
    [...files].flatMap(([path, text]) => {
      const found: string[] = [];
      walk(parseModule(path, text), (node) => {
        const why = wrong(node);
        if (why) found.push(`${path}:${lineOf(text, node.start)} ${why}`);
      });
      return found;
    });

/** The name of an identifier, a text, a JSX attribute or a property; `undefined` where it is computed. */
function nameOf(node: Node | null | undefined): string | undefined {
  if (!node) return undefined;
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return node.name;
  if (node.type === 'Literal') return String(node.value);
  if (node.type === 'MemberExpression') return nameOf(node.property);
  return undefined;
}

/** Ways to make markup or code of a text. What people and pages say is only ever rendered as text. */
const sinks = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'srcdoc',
  'srcDoc',
];

/** Nothing makes markup or code of a text, by whatever spelling. */
export const noSinks = eachNode((node) => {
  if (node.type === 'Identifier' && node.name === 'eval') return 'makes code of a text with eval';
  if (node.type === 'MemberExpression') {
    const name = nameOf(node.property) ?? '';
    if (sinks.includes(name)) return `uses ${name}`;
    if (nameOf(node.object) === 'document' && /^write(ln)?$/.test(name)) return `uses document.${name}`;
  }
  if (node.type === 'JSXAttribute' && sinks.includes(nameOf(node.name) ?? '')) return `uses ${nameOf(node.name)}`;
  if (node.type === 'Property' && sinks.includes(nameOf(node.key) ?? '')) return `uses ${nameOf(node.key)}`;
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    const name = nameOf(node.callee);
    if (name === 'Function') return 'makes code of a text with Function';
    const [first] = node.arguments;
    const isText = first?.type === 'TemplateLiteral' || (first?.type === 'Literal' && typeof first.value === 'string');
    if (isText && /^set(Timeout|Interval)$/.test(name ?? '')) return `makes code of a text with ${name}`;
  }
  return undefined;
});

/** Whoever listens also stops: with a signal, or after the first time. */
export const listenersEnd = eachNode((node) => {
  if (node.type !== 'CallExpression' || nameOf(node.callee) !== 'addEventListener') return undefined;
  const options = node.arguments[2];
  const ends =
    options?.type === 'ObjectExpression' &&
    options.properties.some((one) => {
      if (one.type !== 'Property') return false;
      const name = nameOf(one.key);
      return name === 'signal' || (name === 'once' && one.value.type === 'Literal' && one.value.value === true);
    });
  return ends ? undefined : 'listens without a signal to end it';
});

/** Nothing is left out and nothing runs alone. */
export const noSkips = eachNode((node) => {
  if (node.type === 'MemberExpression') {
    const name = nameOf(node.property) ?? '';
    let left: Node = node.object;
    while (left.type === 'MemberExpression' || left.type === 'CallExpression') {
      left = left.type === 'MemberExpression' ? left.object : left.callee;
    }
    const isTest = ['describe', 'it', 'test', 'suite', 'context', 'ctx'].includes(nameOf(left) ?? '');
    if (isTest && /^(skip|only|todo|skipIf|runIf|fails)$/.test(name)) return `says ${nameOf(left)}.${name}`;
  }
  const called = node.type === 'CallExpression' ? nameOf(node.callee) : undefined;
  return called && /^(xit|xtest|xdescribe|fit|fdescribe)$/.test(called) ? `says ${called}` : undefined;
});

/** Types say what is there. */
export const noAny = eachNode((node) => (node.type === 'TSAnyKeyword' ? 'says any' : undefined));

/** A file is about one thing. */
const mostLines = 300;

export const shortFiles: CodeRule = (files) =>
  [...files].flatMap(([path, text]) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > mostLines ? [`${path} has ${lines} lines, more than ${mostLines}`] : [];
  });

// Written in pieces, so that this file does not say what it looks for.
const folders = ['work', 'root', 'home', 'Users'].join('|');
const machine = new RegExp(String.raw`(?<![\w.~/*}$)-])(?:file://)?(?:/(?:${folders})/\w|[A-Z]:\\${'Users'}\b)`);
const registry = new RegExp(
  [String.raw`registry\.[a-z0-9-]+\.[a-z]{2,}`, String.raw`npm\.pkg\.github`, 'jsr\\.io', '_auth' + 'Token'].join('|'),
  'i',
);

/** Nothing of the machine that it was made on, and no registry: whoever installs uses their own. */
export const nothingOfAMachine: CodeRule = (files) =>
  [...files].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, i) => {
      const found = machine.exec(line) ?? registry.exec(line);
      return found ? [`${path}:${i + 1} names '${found[0]}'`] : [];
    }),
  );

interface Package {
  [field: string]: unknown;
}

/** Versions are exact: what was seen to work together is what is installed. */
export function inexactVersions(manifest: Package): string[] {
  const fields = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'overrides'];
  return fields.flatMap((field) =>
    Object.entries((manifest[field] ?? {}) as { [name: string]: unknown }).flatMap(([name, version]) =>
      /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(String(version)) ? [] : [`${field}: ${name} is ${String(version)}`],
    ),
  );
}

/** What a lock file says of where packages come from. */
export function registriesNamed(lock: Package): string[] {
  const packages = (lock.packages ?? {}) as { [path: string]: { [field: string]: unknown } };
  return Object.entries(packages).flatMap(([path, { resolved, link }]) =>
    resolved === undefined || link ? [] : [`${path} comes from ${String(resolved)}`],
  );
}
