import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../../extension/page/figures/figures.ts';
import { parsePage } from '../../../tools/parse-page.ts';

const read = (html: string) => [...figuresOf(parsePage(html))].map(({ figure }) => figure);

// What would not end, does not end in a minute either; a busy machine may take some seconds.
describe('pages that mean harm', { timeout: 60_000 }, () => {
  it('reads 100,000 cells, each with its headers', () => {
    const head = `<tr><th>K${'<th>N'.repeat(9)}</tr>`;
    const row = (i: number) => `<tr><th>r${i}${`<td>${i}`.repeat(9)}</tr>`;
    const figures = read(`<table>${head}${Array.from({ length: 11_112 }, (_, i) => row(i)).join('')}</table>`);
    expect(figures).toHaveLength(100_008);
    expect(figures.at(-1)).toMatchObject({ row: ['r11111'], column: ['N'], value: 11111 });
  });

  it('reads headers that alternate with figures, without walking them again for each', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `<tr><th colspan=${(i % 900) + 1}>h${i}<tr><td>${i}`);
    const figures = read(`<table>${rows.join('')}</table>`);
    expect(figures.length).toBeGreaterThan(500);
    for (const { row, column } of figures) expect(row.length + column.length).toBeLessThanOrEqual(128);
  });

  it('clips spans without end', () => {
    const wide = '<td colspan=4294967295 rowspan=65535>1'.repeat(50);
    expect(read(`<table><tr><th>a${wide}${`<tr>${wide}`.repeat(2_000)}</table>`).length).toBeLessThan(10_000);
    expect(read(`<table><tr><th rowspan=65534>a<td>1</table>`)).toMatchObject([{ row: ['a'], value: 1 }]);
    expect(read(`<table>${'<colgroup span=1000>'.repeat(5_000)}<tr><th>a<td>1</table>`)).toMatchObject([
      { row: ['a'] },
    ]);
  });

  it('keeps of group headers without end the first', () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `<tr><th scope=rowgroup colspan=${(i % 99) + 1}>g${i}`);
    const [figure] = read(`<table>${rows.join('')}<tr><td>1</table>`);
    expect(figure?.row.length).toBeLessThanOrEqual(64);
  });

  it('is not led into elements nested without end, or a cell as long as a book', () => {
    const deep = `${'<b>'.repeat(20_000)}1${'</b>'.repeat(20_000)}`;
    const [nested, long] = read(`<table><tr><th>a<td><div>${deep}</div><td>${'word '.repeat(200_000)}</table>`);
    expect(nested?.text.length).toBeLessThanOrEqual(1);
    expect(long?.text.length).toBeLessThanOrEqual(2_000);
    expect(long?.value).toBe(null);
  });

  it('takes no broken or boundless chart', () => {
    const chart = (json: string) => read(`<canvas class=js-chart data-chart='${json}'></canvas>`);
    expect(chart('{"labels":["a"],"data":[1e999]}')).toEqual([]);
    expect(chart('{"labels":"ab","data":[1]}')).toEqual([]);
    expect(chart('{"labels":["a"],"data":{"0":1}}')).toEqual([]);
    expect(chart('[1]')).toEqual([]);
    expect(chart('{')).toEqual([]);
    expect(chart(`{"labels":["${'a'.repeat(300_000)}"],"data":[1]}`)).toEqual([]);
    expect(chart('{"labels":["a"],"datasets":[null,{"label":{},"data":[1,2,3]}]}')).toHaveLength(1);
  });

  it('reads nothing hidden, and no script or mark of a note as part of a number', () => {
    expect(
      read(
        `<table><tr><th>a<sup>1</sup><td>1,234<sup>2</sup><script>5</script><style>6</style><span hidden>7</span><td>5<sup>th</sup></table>`,
      ).map(({ row, text, value }) => ({ row, text, value })),
    ).toEqual([
      { row: ['a'], text: '1,234', value: 1234 },
      { row: ['a'], text: '5th', value: null },
    ]);
  });
});
