import { readFileSync } from 'node:fs';
import { type FigurePlace, figuresOf } from '../../extension/page/figures/figures.ts';
import { parsePage } from './parse-page.ts';

/**
 * Prints every data cell of every table in a saved page as JSON, one a line in one list: its headers, its text, and
 * what was read from it (shared/priorities/figure.ts).
 *
 *     node test/tools/figures.ts FILE.html
 *     node test/tools/figures.ts FILE.html --all     tiles, lists and charts too, each with its place
 */
function main(args: string[]): number {
  const [file] = args.filter((arg) => !arg.startsWith('--'));
  if (file === undefined) {
    console.error('Name a file: node test/tools/figures.ts FILE.html [--all]');
    return 2;
  }
  const all = args.includes('--all');
  const lines: string[] = [];
  const page = parsePage(readFileSync(file, 'utf8'));
  for (const { figure, place } of figuresOf(page)) {
    const said: { place?: FigurePlace } = all ? { place } : {};
    if (all || place === 'table') lines.push(JSON.stringify({ ...figure, ...said }));
  }
  console.log(lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
