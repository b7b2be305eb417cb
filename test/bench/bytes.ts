import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../tools/run-process.ts';
import { printTable } from './measure.ts';

/** Builds the extension into a folder of the bench's own. Apart, since WXT draws its progress on the screen. */
export function buildInto(folder: string): void {
  const options = JSON.stringify({ root, outDir: folder, browser: 'chrome' });
  const script = `import { build } from 'wxt'; await build(${options});`;
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (child.status !== 0) throw new Error('The extension could not be built.');
}

/** What a document loads before it has run: its scripts and styles, and what those import statically. */
export function firstLoad(folder: string, document: string): string[] {
  const html = readFileSync(join(folder, document), 'utf8');
  const found = new Set<string>();
  const take = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    if (!path.endsWith('.js')) return;
    const code = readFileSync(join(folder, path), 'utf8');
    // Static only: `import"./a.js"` and `from"./a.js"`, not `import("./a.js")`.
    for (const [, specifier] of code.matchAll(/\b(?:import|from)\s*["'](\.{0,2}\/[^"']+\.js)["']/g)) {
      take(posix.join(posix.dirname(path), specifier ?? ''));
    }
  };
  for (const [, path] of html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/?([^"]+\.(?:js|css))"/g)) {
    if (path) take(path);
  }
  return [...found];
}

/** The bytes of files of a build, each gzipped as well as gzip can, added up. */
export const gzippedBytes = (folder: string, paths: readonly string[]): number =>
  paths.reduce((total, path) => total + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length, 0);

/** Bytes of the extension's first loads, of a build made for this. */
export async function benchBytes(folder: string): Promise<void> {
  buildInto(folder);
  const built = join(folder, 'chrome-mv3');
  const row = (name: string, paths: string[]) => {
    const bytes = paths.reduce((total, path) => total + statSync(join(built, path)).size, 0);
    return [name, `${paths.length}`, ...[bytes, gzippedBytes(built, paths)].map((n) => n.toLocaleString('en-GB'))];
  };
  printTable(
    ['', 'files', 'bytes', 'gzipped'],
    [
      row('the panel: scripts and styles', firstLoad(built, 'sidepanel.html')),
      row('the page script, when asked', ['page-script.js']),
      row('present in a page', ['presence.js', 'highlight.css']),
      row('the background', ['background.js']),
    ],
  );
}
