import { useId } from 'preact/hooks';
import type { Table } from '../../shared/evidence/table.ts';
import './table-view.css';

/** A table that was clipped, in a box that scrolls where it is wider or longer than its place. Only ever text. */
export function TableView({ table: { caption, columns, rows } }: { table: Table }) {
  const id = useId();
  // Where no row has a head of its own, none is shown.
  const headed = columns[0] !== '' || rows.some(([head]) => head !== '');
  const from = headed ? 0 : 1;
  return (
    <div class="stack tight">
      {caption && (
        <p class="small soft" id={id}>
          {caption}
        </p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would hold fields. */}
      <div
        class="table-view"
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        {...(caption ? { 'aria-labelledby': id } : { 'aria-label': 'Table' })}
      >
        <table {...(caption && { 'aria-labelledby': id })}>
          <thead>
            <tr>
              {columns.slice(from).map((head, x) =>
                x === 0 && headed && !head ? (
                  <td key={x} />
                ) : (
                  <th key={x} scope="col">
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, y) => (
              <tr key={y}>
                {row.slice(from).map((cell, x) =>
                  x === 0 && headed ? (
                    <th key={x} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={x}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
