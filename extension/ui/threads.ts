/** A thread's mark, filled for an agreed priority and in outline for a proposed one, and what it is called. */
export interface Mark {
  filled: string;
  outline: string;
  name: string;
}

/** The marks, in the order of the thread colours in tokens.css. Plain geometric shapes, found in every system's fonts. */
const marks: readonly [Mark, ...Mark[]] = [
  { filled: '●', outline: '○', name: 'circle' },
  { filled: '◆', outline: '◇', name: 'diamond' },
  { filled: '▲', outline: '△', name: 'triangle' },
  { filled: '■', outline: '□', name: 'square' },
  { filled: '★', outline: '☆', name: 'star' },
  { filled: '▼', outline: '▽', name: 'pointing down' },
  { filled: '⬢', outline: '⬡', name: 'hexagon' },
  { filled: '✚', outline: '✛', name: 'cross' },
];

const place = (thread: number) => thread % marks.length;

/** The mark of a thread. After eight they come round again; the title beside a mark always tells. */
export const markOf = (thread: number): Mark => marks[place(thread)] ?? marks[0];

/** The class that gives `--thread` this thread's colour. */
export const threadClass = (thread: number): string => `thread-${place(thread)}`;

/** What a screen needs of a priority to draw its thread. */
export interface Thread {
  title: string;
  thread: number;
  proposed: boolean;
}
