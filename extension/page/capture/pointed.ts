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

/** What the image with an address says of itself to those who do not see it. It travels to the page by itself. */
export function imageAlt(url: string): string | undefined {
  for (const image of Document.prototype.querySelectorAll.call(document, 'img')) {
    if (!(image instanceof HTMLImageElement) || (image.currentSrc !== url && image.src !== url)) continue;
    const words = (image.alt || image.getAttribute('aria-label') || image.title || '').trim();
    if (words) return words.slice(0, 4000);
  }
  return undefined;
}

/** The bytes of an image as the page may read them, in base64. It travels to the page by itself. */
export async function imageBytes(url: string): Promise<string | undefined> {
  try {
    const blob = await (await fetch(url)).blob();
    if (blob.size > 25_000_000) return undefined;
    return await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
      reader.onerror = () => resolve(undefined);
      reader.readAsDataURL(blob);
    });
  } catch {
    return undefined;
  }
}
