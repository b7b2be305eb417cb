/**
 * The words of the link to an address, as they are read on this page. It travels to the page by itself: it may use
 * nothing from outside.
 */
export function linkWords(url: string): string | undefined {
  for (const link of Document.prototype.querySelectorAll.call(document, 'a[href]')) {
    if (!(link instanceof HTMLAnchorElement) || link.href !== url) continue;
    const words = (link.textContent || link.getAttribute('aria-label') || link.title || '').trim();
    if (words) return words.slice(0, 2000);
  }
  return undefined;
}
