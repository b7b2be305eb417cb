import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../../extension/page/figures/tables.ts';
import { parsePage } from '../../../tools/parse-page.ts';

/** Each data cell of a page's tables as `row / headers | column / headers: text`. */
const read = (html: string) =>
  tablesOf(parsePage(html)).flatMap((table) =>
    [...table.cells()].map(
      ({ figure: { row, column, text } }) => `${row.join(' / ')} | ${column.join(' / ')}: ${text}`,
    ),
  );

describe('the header algorithm on the HTML Standard’s own examples', () => {
  it('reads row group headers that stand alone in their row', () => {
    // https://html.spec.whatwg.org/multipage/tables.html#attr-th-scope
    expect(
      read(`<table><thead><tr><th>ID<th>Measurement<th>Average<th>Maximum
        <tbody><tr><td><th scope=rowgroup>Cats<td><td>
          <tr><td>93<th scope=row>Legs<td>3.5<td>4
          <tr><td>10<th scope=row>Tails<td>1<td>1
        <tbody><tr><td><th scope=rowgroup>English speakers<td><td>
          <tr><td>32<th scope=row>Legs<td>2.67<td>4
          <tr><td>35<th scope=row>Tails<td>0.33<td>1</table>`).filter((line) => !line.endsWith(': ')),
    ).toEqual([
      ' | ID: 93',
      'Cats / Legs | Average: 3.5',
      'Cats / Legs | Maximum: 4',
      ' | ID: 10',
      'Cats / Tails | Average: 1',
      'Cats / Tails | Maximum: 1',
      ' | ID: 32',
      'English speakers / Legs | Average: 2.67',
      'English speakers / Legs | Maximum: 4',
      ' | ID: 35',
      'English speakers / Tails | Average: 0.33',
      'English speakers / Tails | Maximum: 1',
    ]);
  });

  it('reads a row group’s header for its own row and those after it', () => {
    // https://html.spec.whatwg.org/multipage/tables.html#the-table-element, the research and development table.
    expect(
      read(`<table><colgroup><col><colgroup><col><col><col>
        <thead><tr><th><th>2008<th>2007<th>2006
        <tbody><tr><th scope=rowgroup>Research and development<td>$ 1,109<td>$ 782<td>$ 712
          <tr><th scope=row>Percentage of net sales<td>3.4%<td>3.3%<td>3.7%
        <tbody><tr><th scope=rowgroup>Selling, general, and administrative<td>$ 3,761<td>$ 2,963<td>$ 2,433
          <tr><th scope=row>Percentage of net sales<td>11.6%<td>12.3%<td>12.6%</table>`),
    ).toEqual([
      'Research and development | 2008: $ 1,109',
      'Research and development | 2007: $ 782',
      'Research and development | 2006: $ 712',
      'Research and development / Percentage of net sales | 2008: 3.4%',
      'Research and development / Percentage of net sales | 2007: 3.3%',
      'Research and development / Percentage of net sales | 2006: 3.7%',
      'Selling, general, and administrative | 2008: $ 3,761',
      'Selling, general, and administrative | 2007: $ 2,963',
      'Selling, general, and administrative | 2006: $ 2,433',
      'Selling, general, and administrative / Percentage of net sales | 2008: 11.6%',
      'Selling, general, and administrative / Percentage of net sales | 2007: 12.3%',
      'Selling, general, and administrative / Percentage of net sales | 2006: 12.6%',
    ]);
  });

  it('takes headers without a scope by their place', () => {
    // https://html.spec.whatwg.org/multipage/tables.html#table-descriptions-techniques
    expect(
      read(`<table><caption>Characteristics with positive and negative sides</caption>
        <thead><tr><th id=n>Negative<th>Characteristic<th>Positive
        <tbody><tr><td headers="n r1">Sad<th id=r1>Mood<td>Happy
          <tr><td headers="n r2">Failing<th id=r2>Grade<td>Passing</table>`),
    ).toEqual([
      'Mood | Negative: Sad',
      'Mood | Positive: Happy',
      'Grade | Negative: Failing',
      'Grade | Positive: Passing',
    ]);
  });
});

describe('the table model', () => {
  it('lets a rowspan of none reach the end of its row group, and no further', () => {
    expect(
      read(`<table><thead><tr><th>A<th>B<th>C
        <tbody><tr><th rowspan=0>One<th>x<td>1<tr><th>y<td>2
        <tbody><tr><th rowspan=9>Two<th>x<td>3<tr><th>y<td>4
        <tbody><tr><th>Three<th>z<td>5</table>`),
    ).toEqual(['One / x | C: 1', 'One / y | C: 2', 'Two / x | C: 3', 'Two / y | C: 4', 'Three / z | C: 5']);
  });

  it('sees no cell where two overlap', () => {
    expect(read(`<table><tr><th>A<th>B<th rowspan=2>C<tr><th colspan=3>wide<tr><th>r<td>1<td>2</table>`)).toEqual([
      'r | B / wide: 1',
      'r | C: 2',
    ]);
  });

  it.each([
    ['0', 'r | A: 1'],
    ['-3', 'r | A: 1'],
    ['x', 'r | A: 1'],
    ['2.9', 'r | A: 1,r | A: 2'],
    [' +2px', 'r | A: 1,r | A: 2'],
  ])('reads a colspan of %j as the Standard does', (span, lines) => {
    const second = lines.includes('2') ? '<td>2' : '';
    expect(read(`<table><tr><th>h<th colspan="${span}">A<tr><th>r<td>1${second}</table>`).join()).toBe(lines);
  });

  it('puts a foot last and rows without a body in none', () => {
    expect(read(`<table><tfoot><tr><th>Total<td>3</tfoot><thead><tr><th>h<th>N</thead><tr><th>r<td>1</table>`)).toEqual(
      ['r | N: 1', 'Total | N: 3'],
    );
  });

  it('keeps nested tables apart', () => {
    expect(read(`<table><tr><th>o<td>before<table><tr><th>i<td>inner</table>after</table>`)).toEqual([
      'o | : beforeafter',
      'i | : inner',
    ]);
  });
});

describe('headers', () => {
  it('shadows a header by a nearer one of the same width', () => {
    expect(read(`<table><tr><th>K<th>2023<tr><th>a<td>1<tr><th>K<th>2024<tr><th>a<td>2</table>`)).toEqual([
      'a | 2023: 1',
      'a | 2024: 2',
    ]);
  });

  it('reads rows of one wide header as headings of what follows', () => {
    const rows = (scope: string) => `<table><thead><tr><th scope=col>K<th scope=col>N</thead><tbody>
      <tr><th colspan=2 ${scope}>Boys<tr><th scope=row>a<td>1<tr><th scope=row>b<td>2
      <tr><th colspan=2 ${scope}>Girls<tr><th scope=row>a<td>3</table>`;
    expect(read(rows('scope=rowgroup'))).toEqual(['Boys / a | N: 1', 'Boys / b | N: 2', 'Girls / a | N: 3']);
    expect(read(rows(''))).toEqual(['a | N / Boys: 1', 'b | N / Boys: 2', 'a | N / Girls: 3']);
  });

  it('carries a group over the rows in which its place is left empty', () => {
    expect(
      read(`<table><thead><tr><td><td><th scope=col>N<tbody>
        <tr><th scope=rowgroup>Barnet<th scope=row>a<td>1<tr><td><th scope=row>b<td>2
        <tr><th scope=rowgroup>Barnsley<th scope=row>a<td>3</table>`).filter((line) => !line.endsWith(': ')),
    ).toEqual(['Barnet / a | N: 1', 'Barnet / b | N: 2', 'Barnsley / a | N: 3']);
  });

  it('needs no scope where the corner is a data cell, empty or not', () => {
    const table = (corner: string) => `<table><tr>${corner}<th>2023<th>2024<tr><th>a<td>1<td>2</table>`;
    expect(read(table('<td>'))).toEqual(['a | 2023: 1', 'a | 2024: 2']);
    expect(read(table('<td>Measure'))).toEqual([' | : Measure', 'a | 2023: 1', 'a | 2024: 2']);
  });

  it('takes the headers that a cell names, and only those', () => {
    expect(
      read(`<table><tr><th id=y>2024<th id=z>2025<tr><th id=a>a<th id=b>b<td headers="b y nowhere y a">1<td>2</table>`),
    ).toEqual(['b / a | 2024: 1', 'a / b | : 2']);
  });

  it('does not take a cell of another table, itself or an empty one for a header', () => {
    expect(
      read(
        `<table><tr><th id=far>far</table><table><tr><th id=e> <th id=n>near<tr><td id=me headers="far me e n">1</table>`,
      ),
    ).toEqual([' | near: 1']);
  });

  it('gives a cell that spans the headers of all that it spans', () => {
    expect(read(`<table><tr><th>K<th>2023<th>2024<tr><th>a<td colspan=2 rowspan=2>1<tr><th>b</table>`)).toEqual([
      'a / b | 2023 / 2024: 1',
    ]);
  });

  it('names what a row begins with where it has no header', () => {
    const page = parsePage(`<table><thead><tr><th>School name<th>Value<tbody><tr><td><a>Elm</a><td>£4</table>`);
    const [first, second] = tablesOf(page).flatMap((table) => [...table.cells()]);
    expect(first?.figure.beside).toBe(undefined);
    expect(second?.figure).toMatchObject({ row: [], column: ['Value'], beside: 'Elm', value: 4, unit: '£' });
  });

  it('lets a column group’s header head the columns of its group, until another stands beside it', () => {
    const head = (third: string) => `<table><colgroup><col><colgroup span=3><thead>
      <tr><th><th scope=colgroup>Absence<th>${third}<th><tr><th><th scope=col>2023<th scope=col>2024<th scope=col>2025
      <tbody><tr><th scope=row>a<td>1<td>2<td>3</table>`;
    expect(read(head(''))).toEqual(['a | Absence / 2023: 1', 'a | Absence / 2024: 2', 'a | Absence / 2025: 3']);
    expect(read(head('Roll'))).toEqual(['a | Absence / 2023: 1', 'a | Roll / 2024: 2', 'a | 2025: 3']);
    expect(read(head('').replace('<colgroup span=3>', ''))[1]).toBe('a | 2024: 2');
  });

  it('is read for one cell as for all, and for no cell of elsewhere', () => {
    const page = parsePage('<table><tr><td><th>2024/25<tr><th>a<td>1</table><table><tr><td>2</table>');
    const [first, second] = tablesOf(page);
    for (const { element, figure } of first?.cells() ?? []) {
      expect(first?.figureOf(element)).toEqual(figure);
      expect(second?.figureOf(element)).toBe(undefined);
    }
    expect([...(first?.cells() ?? [])]).toHaveLength(1);
  });

  it('reads no table that only lays out', () => {
    expect(read(`<table role=presentation><tr><td>1</table>`)).toEqual([]);
  });
});

/** A side of a table as Explore education statistics makes them: headers in levels, each splitting those below. */
const side = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 });

/** The paths of headers from a side's levels: every leaf with all that it stands under. */
const pathsOf = (levels: readonly number[], prefix: string): string[][] =>
  levels.reduce<string[][]>(
    (paths, size, level) =>
      paths.flatMap((path) =>
        Array.from({ length: size }, (_, i) => [...path, `${prefix}${level}.${i} ${path.join('')}`]),
      ),
    [[]],
  );

describe('tables of statistics', { timeout: 60_000 }, () => {
  const render = (rows: string[][], columns: string[][]) => {
    const depth = { row: rows[0]?.length ?? 0, column: columns[0]?.length ?? 0 };
    const starts = (paths: string[][], i: number, level: number) =>
      i === 0 || paths[i - 1]?.[level] !== paths[i]?.[level];
    const span = (paths: string[][], i: number, level: number) =>
      paths.filter((path) => path[level] === paths[i]?.[level]).length;
    let html = '<table><thead>';
    for (let level = 0; level < depth.column; level++) {
      html += level === 0 ? `<tr><td colspan="${depth.row}" rowspan="${depth.column}"></td>` : '<tr>';
      const scope = level === depth.column - 1 ? 'col' : 'colgroup';
      for (const [i, path] of columns.entries())
        if (starts(columns, i, level))
          html += `<th colspan="${span(columns, i, level)}" rowspan="1" scope="${scope}">${path[level]}</th>`;
      html += '</tr>';
    }
    html += '</thead><tbody>';
    for (const [i, path] of rows.entries()) {
      html += '<tr>';
      for (let level = 0; level < depth.row; level++)
        if (starts(rows, i, level))
          html += `<th colspan="1" rowspan="${span(rows, i, level)}" scope="${level === depth.row - 1 ? 'row' : 'rowgroup'}">${path[level]}</th>`;
      html += `${columns.map((_, j) => `<td>${i * 100 + j}.5</td>`).join('')}</tr>`;
    }
    return `${html}</tbody></table>`;
  };

  it('finds each cell’s own headers at every level, whatever the levels', () => {
    fc.assert(
      fc.property(side, side, (down, across) => {
        const [rows, columns] = [pathsOf(down, 'r'), pathsOf(across, 'c')];
        const fold = (path: string[]) => path.map((one) => one.trim());
        const cells = tablesOf(parsePage(render(rows, columns))).flatMap((table) => [...table.cells()]);
        expect(cells.map(({ figure: { row, column, value } }) => ({ row, column, value }))).toEqual(
          rows.flatMap((row, i) =>
            columns.map((column, j) => ({ row: fold(row), column: fold(column), value: i * 100 + j + 0.5 })),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });
});
