import type { Change } from './disclosure.ts';

/** A change with its key: what, where in the review, and a hash of its words, so that other words are another change. */
export function changeAt(at: string, change: Omit<Change, 'key'>): Change {
  const { what, where, before = '', after = '' } = change;
  return { key: `${what}:${at}:${hash(`${where}\n${before}\n${after}`)}`, ...change };
}

/** FNV-1a, 32 bits: tells texts apart, and hides nothing. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
