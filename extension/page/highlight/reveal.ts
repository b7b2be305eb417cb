/** Scrolls to a stretch of the page. At once, so that nothing moves for those who do not want it. */
export function reveal(range: Range): void {
  const at = range.startContainer.parentElement;
  for (let closed = at?.closest('details:not([open])'); closed; closed = closed.closest('details:not([open])')) {
    closed.setAttribute('open', '');
  }
  // Through whatever scrolls around it; a long paragraph may still have its words out of sight.
  at?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { top, height } = range.getBoundingClientRect();
  if (top < 0 || top + Math.min(height, 40) > innerHeight) {
    scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
  }
}
