import { closestTo } from '../capture/unclobbered.ts';

/** Scrolls to a stretch of the page. At once, so that nothing moves for those who do not want it. */
export function reveal(range: Range): void {
  const at = range.startContainer.parentElement;
  if (!at) return;
  const folded = 'details:not([open])';
  for (let one = closestTo(at, folded); one; one = closestTo(one, folded)) one.setAttribute('open', '');
  // Through whatever scrolls around it; a long paragraph may still have its words out of sight.
  Element.prototype.scrollIntoView.call(at, { block: 'center', behavior: 'instant' });
  const { top, height } = range.getBoundingClientRect();
  if (top < 0 || top + Math.min(height, 40) > innerHeight) {
    scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
  }
}
