/** Items of one list that a selection covers, each as a range, or none where it is not of a list or of one item only. */
export function listItems(selected: Range): Range[] {
  const around = selected.commonAncestorContainer;
  const element = around instanceof Element ? around : around.parentElement;
  const list = element?.closest('ul, ol, dl') ?? onlyListIn(element, selected);
  if (!list) return [];
  const items = [...list.children].filter((child) => /^(LI|DT|DD)$/.test(child.tagName));
  const covered = items.filter((item) => selected.intersectsNode(item));
  // A term and what is said of it are one item.
  const starts = covered.filter((item, i) => item.tagName !== 'DD' || i === 0);
  if (starts.length < 2) return [];
  return starts.map((item, i) => {
    const range = document.createRange();
    const next = starts[i + 1];
    range.setStartBefore(item);
    if (next) range.setEndBefore(next);
    else range.setEndAfter(covered.at(-1) ?? item);
    if (selected.compareBoundaryPoints(Range.START_TO_START, range) > 0) {
      range.setStart(selected.startContainer, selected.startOffset);
    }
    if (selected.compareBoundaryPoints(Range.END_TO_END, range) < 0) {
      range.setEnd(selected.endContainer, selected.endOffset);
    }
    return range;
  });
}

/** The list in an element where the selection has no words outside it. */
function onlyListIn(element: Element | null, selected: Range): Element | undefined {
  for (const list of element?.querySelectorAll('ul, ol, dl') ?? []) {
    if (!selected.intersectsNode(list)) continue;
    const before = selected.cloneRange();
    const after = selected.cloneRange();
    before.setEndBefore(list);
    after.setStartAfter(list);
    return before.toString().trim() === '' && after.toString().trim() === '' ? list : undefined;
  }
  return undefined;
}
