import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const folder = join(root, 'test/fixtures/figures');
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.html') ? [file.slice(0, -5)] : []));

/** What the tool prints, run as a person runs it. */
const print = (name: string, ...options: string[]): unknown[] =>
  JSON.parse(
    execFileSync(process.execPath, ['test/tools/figures.ts', join(folder, `${name}.html`), ...options], {
      cwd: root,
      encoding: 'utf8',
    }),
  );

describe('every figure of pages like the services’ own', { timeout: 60_000 }, () => {
  it.each(names)('%s', (name) => {
    const expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'));
    expect(print(name, '--all')).toEqual(expected);
  });

  it('knows a page of each kind', () => {
    expect(names.sort()).toEqual([
      'compare-performance',
      'ees-multi-level',
      'fbit-comparison',
      'gias-establishment',
      'inspection-report-card',
      'marked-numbers',
      'school-profiles',
    ]);
  });

  it('prints only the cells of tables unless all are asked for', () => {
    expect(print('gias-establishment')).toEqual([]);
    expect(print('fbit-comparison')[5]).toMatchObject({
      row: [],
      text: '98.2',
      value: 98.2,
      unit: 'percent',
      missing: null,
    });
  });
});
