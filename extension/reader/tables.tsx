import { useEffect, useRef } from 'preact/hooks';
import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import type { PdfTable } from '../page/pdf/tables.ts';
import { Button } from '../ui/button.tsx';
import type { Known } from './known.ts';
import { toldCell, toldTable } from './told-table.ts';

interface TablesProps {
  known: Known;
  url: string;
  onFigure: (told: ToldFigure) => void;
  /** Shows a page of the file, from 0. */
  onPage: (page: number) => void;
}

/** The tables of figures of a file: each figure is taken with one press, and so is each table. */
export function Tables({ known, url, onFigure, onPage }: TablesProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { tables } = known;
  return (
    <section class="reader-tables stack" aria-label="Tables" ref={box} tabIndex={-1}>
      {tables.length === 0 ? (
        <p class="small">
          No table in this file can be read beyond doubt. Select the words of a figure, or save a region of its page.
        </p>
      ) : (
        <p class="small soft">Press a figure to record it. Check it against the page: a file only draws its tables.</p>
      )}
      {tables.map((table, i) => (
        <OneTable key={i} {...{ known, url, table, onFigure, onPage }} />
      ))}
    </section>
  );
}

function OneTable({ known, url, table, onFigure, onPage }: TablesProps & { table: PdfTable }) {
  const { over, columns, rows, page } = table;
  const printed = known.reading.pages[page]?.label ?? String(page + 1);
  const caption = over[0] ?? `A table on page ${printed}`;
  const take = (row: number, column: number) => {
    const told = toldCell(known, url, table, row, column);
    if (told) onFigure(told);
  };
  return (
    <div class="stack tight">
      <div class="row">
        <h2>{caption}</h2>
        <Button look="quiet" label={`Show page ${printed}: ${caption}`} onPress={() => onPage(page)}>
          Page {printed}
        </Button>
        <Button
          look="quiet"
          label={`Keep the table: ${caption}`}
          onPress={() => onFigure(toldTable(known, url, table))}
        >
          Keep the table
        </Button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would hold fields. */}
      <div class="reader-table" role="group" aria-label={caption}>
        <table>
          <thead>
            <tr>
              <td />
              {columns.map((heads, x) => (
                <th key={x} scope="col">
                  {heads.join(' · ')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ heads, cells }, y) => (
              <tr key={y}>
                <th scope="row">{heads.join(' · ')}</th>
                {cells.map((cell, x) => (
                  <td key={x}>
                    {cell && (
                      <button
                        type="button"
                        class="figure"
                        aria-label={`${cell.text}, ${[...heads, ...(columns[x] ?? [])].join(', ')}`}
                        onClick={() => take(y, x)}
                      >
                        {cell.text}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
