import type { Reading } from '../page/pdf/reading.ts';
import type { View } from './view.ts';

/** Says on each page without text that there is none, whenever it is drawn. */
export function showWordless({ bus, viewer }: View, { pages }: Reading, signal: AbortSignal): void {
  const say = (number: number) => {
    const div = viewer.getPageView(number - 1)?.div as HTMLElement | undefined;
    if (!pages[number - 1]?.wordless || !div || div.querySelector('.wordless')) return;
    const note = document.createElement('p');
    note.className = 'wordless';
    note.textContent = 'No text on this page. Save a region of it as a picture: More, then Save a region.';
    div.append(note);
  };
  const drawn = ({ pageNumber }: { pageNumber: number }) => !signal.aborted && say(pageNumber);
  bus.on('pagerendered', drawn);
  signal.addEventListener('abort', () => bus.off('pagerendered', drawn), { once: true });
  for (let number = 1; number <= pages.length; number++) {
    if (viewer.getPageView(number - 1)?.canvas) say(number);
  }
}
