/** A place in a grid: column 0 is the name of the row. */
export interface At {
  row: number;
  column: number;
}

const steps: { [key: string]: [row: number, column: number] } = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a key leads in a grid of so many rows and columns; `undefined` for keys that do not move. */
export function moved(
  { row, column }: At,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  size: At,
): At | undefined {
  const within = (n: number, count: number) => Math.min(count - 1, Math.max(0, n));
  const step = steps[key];
  if (step) return { row: within(row + step[0], size.row), column: within(column + step[1], size.column) };
  if (key === 'Home') return { row: ctrlKey ? 0 : row, column: 0 };
  if (key === 'End') return { row: ctrlKey ? size.row - 1 : row, column: size.column - 1 };
  return undefined;
}
