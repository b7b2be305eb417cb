import { type PdfPassage, passagesBetween } from '../page/pdf/places.ts';
import type { Reading } from '../page/pdf/reading.ts';
import type { Layers } from './layers.ts';

/** The passages that are selected on the pages, in the file's own order. */
export function selectedPassages(reading: Reading, layers: Layers, within: Node): PdfPassage[] {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return [];
  return Array.from({ length: selection.rangeCount }, (_, i) => selection.getRangeAt(i)).flatMap((range) => {
    if (!range.intersectsNode(within)) return [];
    const from = layers.spotOf(range.startContainer, range.startOffset);
    const to = layers.spotOf(range.endContainer, range.endOffset);
    return from && to ? passagesBetween(reading, from, to) : [];
  });
}

/** Where a selection of some words on the pages ends on the screen; `undefined` where there is none in sight. */
export function selectionEnd(within: Node): { x: number; y: number } | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0 || selection.toString().trim() === '') {
    return undefined;
  }
  const range = selection.getRangeAt(selection.rangeCount - 1);
  if (!range.intersectsNode(within)) return undefined;
  const box = [...range.getClientRects()].findLast(({ width }) => width > 0);
  return box && box.bottom > 0 && box.top < innerHeight ? { x: box.right, y: box.bottom } : undefined;
}
