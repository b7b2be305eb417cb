import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ESTree, parseSync } from 'vite';
import { root } from '../tools/run-process.ts';

/** Files by their path from the top of the project, always with `/`. The checkers are pure functions over this. */
export type Files = ReadonlyMap<string, string>;

/** A node of a syntax tree, as far as a walk needs to know it. */
export type Node = ESTree.Node;

/** The paths that git has or would take: tracked ones, and new ones that nothing ignores. */
export function projectPaths(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(join(root, path))).sort();
}

/** The project's files of some paths, as text. */
export function readFiles(wanted: (path: string) => boolean): Files {
  return new Map(
    projectPaths()
      .filter(wanted)
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}

export const isCode = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith('.d.ts');

/** Whether a path is the product itself, as against its tests and tools. */
export const isProduct = (path: string): boolean => /^(shared|worker|extension)\/|^wxt\.config\.ts$/.test(path);

/** Every module of the product. */
export const productSources = (): Files => readFiles((path) => isProduct(path) && isCode(path));

/** Parses a module. What cannot be parsed cannot be held to a rule, so it is thrown. */
export function parseModule(path: string, text: string): ESTree.Program {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} cannot be parsed: ${errors[0].message}`);
  return program;
}

/** Visits every node of a tree, parents first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit);
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The line of a place in a text, from 1. */
export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
