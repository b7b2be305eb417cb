import jsQR from 'jsqr';
import { beforeEach, describe, expect, it } from 'vitest';
import { call, origin } from '../cluster.ts';
import { publish } from './published-pages.ts';

beforeEach(publish);

/** What a reader of QR codes sees in the picture of a page: each square eight dots wide, with white around it. */
function readCode(html: string): string | undefined {
  const [, size = '', svg = ''] =
    html.match(/<svg viewBox="0 0 (\d+) \d+"[^>]*aria-label="QR code[^>]*>(.*?)<\/svg>/s) ?? [];
  const scale = 8;
  const edge = (Number(size) + 8) * scale;
  const dots = new Uint8ClampedArray(edge * edge * 4).fill(255);
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = 0; row < scale; row++) {
      for (let column = 0; column < Number(run) * scale; column++) {
        const at = ((Number(y) + 4) * scale + row) * edge + (Number(x) + 4) * scale + column;
        dots.fill(0, at * 4, at * 4 + 3);
      }
    }
  }
  return jsQR(dots, edge, edge)?.data;
}

describe('the sheet for the gate', () => {
  it('has the way to the review as a code that a telephone reads', async () => {
    for (const slug of ['hollowmere', 'forty-schools']) {
      const html = await (await call(`/${slug}/2025-26/sheet/199903`)).text();
      expect(readCode(html), slug).toBe(`${origin}/${slug}`);
    }
  });

  it('says of each priority what happened, what did not work, and where this school is', async () => {
    const html = await (await call('/hollowmere/2025-26/sheet/199903')).text();
    expect(html).toContain('Hollowmere Academy · Hollowmere Cluster');
    expect(html.match(/What did not work:/g)).toHaveLength(3);
    expect(html).toContain(
      'Disadvantaged pupils who are persistently absent: 41.1% at the start, 37.3% now. Our target: 36%.',
    );
    // Of a figure withheld nothing is said.
    const other = await (await call('/hollowmere/2025-26/sheet/199901')).text();
    expect(other).not.toContain('withheld');
  });
});
