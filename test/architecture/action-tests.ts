import { posix } from 'node:path';
import type { Catalogue } from '../../shared/action.ts';
import { isProblemCode } from '../../shared/problem.ts';
import { type Files, type Node, parseModule, walk } from './sources.ts';

/** The modules of `shared/` by path, loaded: for telling which exported name is which action. */
export type Modules = ReadonlyMap<string, { [name: string]: unknown }>;

/**
 * The actions of which no test says both that they are accepted and that they are refused. It counts only what stands
 * in `describe('<the action's name>')`, in a file that imports the action's own declaration and names it there, and
 * only what an expectation is compared with: the word `ok`, and the code of a problem.
 */
export function untested(known: Catalogue, tests: Files, modules: Modules): string[] {
  const accepted = new Set<string>();
  const refused = new Set<string>();
  for (const [path, text] of tests) {
    const program = parseModule(path, text);
    const names = actionNames(known, path, program, modules);
    walk(program, (node) => {
      const [name, block] = describeOf(node);
      if (!name || !block || !mentions(block, names.get(name))) return;
      const words = expectedIn(block);
      if (words.has('ok')) accepted.add(name);
      if ([...words].some(isProblemCode)) refused.add(name);
    });
  }
  return [...known.keys()].flatMap((name) => {
    const lacks = [accepted.has(name) ? '' : 'accepted', refused.has(name) ? '' : 'refused'].filter(Boolean);
    return lacks.length === 0 ? [] : [`No test in describe('${name}') expects it to be ${lacks.join(' or ')}.`];
  });
}

/** For each action that a test file imports, what it is called there. */
function actionNames(known: Catalogue, path: string, program: Node, modules: Modules): Map<string, string> {
  const names = new Map<string, string>();
  walk(program, (node) => {
    if (node.type !== 'ImportDeclaration') return;
    const module = modules.get(posix.join(posix.dirname(path), node.source.value));
    for (const one of node.specifiers) {
      if (one.type !== 'ImportSpecifier' || one.imported.type !== 'Identifier') continue;
      const value = module?.[one.imported.name];
      for (const action of known.values()) if (action === value) names.set(action.name, one.local.name);
    }
  });
  return names;
}

function describeOf(node: Node): [string?, Node?] {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'describe') return [];
  const [name, ...rest] = node.arguments;
  if (name?.type !== 'Literal' || typeof name.value !== 'string') return [];
  return [name.value, rest.at(-1)];
}

function mentions(block: Node, name: string | undefined): boolean {
  let found = false;
  walk(block, (node) => {
    found ||= node.type === 'Identifier' && node.name === name;
  });
  return found;
}

/** Every text that an expectation is compared with: `expect(…).toBe('ok')`, `.toEqual(['ok', 'missing'])`. */
function expectedIn(block: Node): Set<string> {
  const words = new Set<string>();
  walk(block, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return;
    const { object, property } = node.callee;
    if (property.type !== 'Identifier' || !['toBe', 'toEqual', 'toStrictEqual'].includes(property.name)) return;
    const compared = object.type === 'CallExpression' ? object.callee : undefined;
    if (compared?.type !== 'Identifier' || compared.name !== 'expect') return;
    for (const argument of node.arguments) {
      walk(argument, (one) => {
        if (one.type === 'Literal' && typeof one.value === 'string') words.add(one.value);
      });
    }
  });
  return words;
}
