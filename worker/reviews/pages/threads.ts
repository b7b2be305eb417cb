/** The colours of the extension's tokens.css: a test holds that they are the same. */
export const colours = {
  light: {
    paper: '#f8f6f1',
    sheet: '#ffffff',
    sunken: '#f1ede4',
    ink: '#23262b',
    soft: '#5c5f66',
    line: '#e2dccf',
    edge: '#8a8578',
    gold: '#8a6100',
    press: '#2b3a4a',
    'on-press': '#ffffff',
    trouble: '#9b2226',
    'trouble-ground': '#fbeeec',
    'hint-ground': '#f5eeda',
    'thread-0': '#0671c0',
    'thread-1': '#631f05',
    'thread-2': '#5a296d',
    'thread-3': '#4e6c4c',
    'thread-4': '#6e3841',
    'thread-5': '#694f00',
    'thread-6': '#4d4e95',
    'thread-7': '#1b7080',
  },
  dark: {
    paper: '#17191d',
    sheet: '#202329',
    sunken: '#2a2d33',
    ink: '#e9e6df',
    soft: '#b0aea8',
    line: '#363a41',
    edge: '#858890',
    gold: '#dcb25c',
    press: '#e4dccb',
    'on-press': '#1c1e22',
    trouble: '#f4a7a0',
    'trouble-ground': '#3a2626',
    'hint-ground': '#332d20',
    'thread-0': '#7f94be',
    'thread-1': '#cf8b2c',
    'thread-2': '#e7b9ff',
    'thread-3': '#97ec92',
    'thread-4': '#f58d87',
    'thread-5': '#ddbc3b',
    'thread-6': '#a8a0f6',
    'thread-7': '#68bbbb',
  },
} as const;

/** The marks of the extension's threads, in the order of the colours: a test holds that too. */
export const marks = ['●', '◆', '▲', '■', '★', '▼', '⬢', '✚'] as const;

const place = (thread: number) => Math.abs(Math.trunc(thread)) % marks.length;

/** The mark of a thread. */
export const markOf = (thread: number): string => marks[place(thread)] ?? marks[0];

/** The class that gives an element a thread's colour. */
export const threadClass = (thread: number): string => `t${place(thread)}`;
