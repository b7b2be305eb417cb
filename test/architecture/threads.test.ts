import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markOf } from '../../extension/ui/threads.ts';
import { colours, marks, markOf as publicMarkOf, threadClass } from '../../worker/reviews/pages/threads.ts';

const tokens = readFileSync(join(import.meta.dirname, '../../extension/ui/tokens.css'), 'utf8');
const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)');

/** The colours that a part of the stylesheet names. */
const named = (css: string) =>
  Object.fromEntries([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));

describe('a thread', () => {
  it('has the same colours in public as in the panel, in light and dark', () => {
    for (const [of, css] of [
      [colours.light, light],
      [colours.dark, dark],
    ] as const) {
      const known = named(css);
      expect(Object.keys(of).filter((name) => name.startsWith('thread'))).toHaveLength(8);
      for (const [name, value] of Object.entries(of)) expect(value, name).toBe(known[name]);
    }
  });

  it('has the same mark', () => {
    for (let thread = 0; thread < 20; thread++) {
      expect(publicMarkOf(thread)).toBe(markOf(thread).filled);
      expect(threadClass(thread)).toBe(`t${thread % marks.length}`);
    }
  });
});
