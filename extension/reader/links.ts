import type { PDFLinkService } from 'pdfjs-dist/web/pdf_viewer.mjs';

/** The web address that a link of a file leads to, written plainly; `undefined` for whatever else it would do. */
export function webAddress(url: unknown): string | undefined {
  const parsed = typeof url === 'string' ? URL.parse(url) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return undefined;
  // What stands before the host only makes it look like another.
  parsed.username = parsed.password = '';
  return parsed.href;
}

/** Lets links out of a file lead to the web, in a tab of their own that knows nothing of this one, and nowhere else. */
export function letLinksOut(service: PDFLinkService): void {
  service.addLinkAttributes = (link: HTMLAnchorElement, url: string) => {
    const address = webAddress(url);
    if (!address) {
      link.onclick = () => false;
      return;
    }
    Object.assign(link, { href: address, title: address, target: '_blank', rel: 'noopener noreferrer' });
  };
}

/** The link out of a file that an element is, or is in. */
export const linkAt = (target: EventTarget | null): HTMLAnchorElement | undefined =>
  (target instanceof Element && target.closest<HTMLAnchorElement>('.annotationLayer a[target="_blank"]')) || undefined;
