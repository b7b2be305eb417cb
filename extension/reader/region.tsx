import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/text-area.tsx';
import type { View } from './view.ts';

/** A rectangle of a page as a picture, in base64, with the words that stand in it as somebody typed them. */
export interface Region {
  type: string;
  base64: string;
  words: string;
  /** From 1. */
  page: number;
}

/** A rectangle of a page, in parts of its width and height. */
interface Box {
  page: HTMLElement;
  number: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A region smaller than this was no drag but a click; pixels of the screen. */
const least = 12;
/** Dots to a point of the page: enough to read small print. */
const dots = 2;
/** A picture has no more pixels on its longer side. */
const longest = 2000;

/** Takes a rectangle of a page as a picture: it is drawn with the pointer, or the whole page is taken. */
export function RegionTool({ view, onRegion }: { view: View; onRegion: (region: Region) => void }) {
  const [box, setBox] = useState<Box>();
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const start = useRef<Box>(undefined);
  const { bus } = view;
  const { container } = view.viewer;

  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    container.classList.add('taking-region');
    const at = (event: PointerEvent, page: HTMLElement) => {
      const { left, top, width, height } = page.getBoundingClientRect();
      const within = (value: number) => Math.min(1, Math.max(0, value));
      return { x: within((event.clientX - left) / width), y: within((event.clientY - top) / height) };
    };
    container.addEventListener(
      'pointerdown',
      (event) => {
        const page = event.target instanceof Element ? event.target.closest<HTMLElement>('.page') : null;
        if (!page || event.button !== 0) return;
        event.preventDefault();
        start.current = { page, number: Number(page.dataset.pageNumber), ...at(event, page), width: 0, height: 0 };
        container.setPointerCapture(event.pointerId);
      },
      { signal },
    );
    container.addEventListener(
      'pointermove',
      (event) => {
        const from = start.current;
        if (!from) return;
        const to = at(event, from.page);
        const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
        setBox({ ...from, x, y, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) });
      },
      { signal },
    );
    const ended = () => {
      start.current = undefined;
      setBox((now) => (now && isLarge(now) ? now : undefined));
    };
    container.addEventListener('pointerup', ended, { signal });
    container.addEventListener('pointercancel', ended, { signal });
    return () => {
      gone.abort();
      container.classList.remove('taking-region');
    };
  }, [container]);

  useEffect(() => {
    if (!box) return undefined;
    const frame = document.createElement('div');
    frame.className = 'region-frame';
    Object.assign(frame.style, {
      left: `${box.x * 100}%`,
      top: `${box.y * 100}%`,
      width: `${box.width * 100}%`,
      height: `${box.height * 100}%`,
    });
    const put = () => box.page.append(frame);
    put();
    // A page that is drawn anew, larger or turned, has lost it.
    bus.on('pagerendered', put);
    return () => {
      bus.off('pagerendered', put);
      frame.remove();
    };
  }, [box, bus]);

  const whole = () => {
    const number = view.viewer.currentPageNumber;
    const page = view.viewer.getPageView(number - 1)?.div as HTMLElement | undefined;
    if (page) setBox({ page, number, x: 0, y: 0, width: 1, height: 1 });
  };
  const save = async () => {
    if (!box) return;
    setBusy(true);
    try {
      onRegion({ ...(await pictureOf(view, box)), words, page: box.number });
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="stack tight" aria-label="Save a region">
      <p class="small">Draw a frame around it on the page, or take the whole page.</p>
      <div class="row">
        <Button look="quiet" onPress={whole}>
          The whole page
        </Button>
      </div>
      {box && (
        <>
          <TextArea
            label="The words in it"
            hint="Typed here they can be found and read aloud."
            value={words}
            onValue={setWords}
            rows={2}
            maxLength={1000}
          />
          <div class="row">
            <Button look="main" busy={busy} onPress={save}>
              Save the region
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

const isLarge = ({ page, width, height }: Box) =>
  width * page.clientWidth >= least && height * page.clientHeight >= least;

/** Draws a region of a page anew, at a size at which it can be read. */
async function pictureOf(
  { viewer }: View,
  { number, x, y, width, height }: Box,
): Promise<{ type: string; base64: string }> {
  const drawn = await viewer.pdfDocument?.getPage(number);
  if (!drawn) throw new Error('No page');
  const rotation = (drawn.rotate + viewer.pagesRotation) % 360;
  const shown = drawn.getViewport({ scale: 1, rotation });
  const [wide, high] = [width * shown.width, height * shown.height];
  const scale = Math.min(dots, longest / Math.max(wide, high));
  const [offsetX, offsetY] = [-x * shown.width * scale, -y * shown.height * scale];
  const viewport = drawn.getViewport({ scale, rotation, offsetX, offsetY });
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(wide * scale);
  canvas.height = Math.ceil(high * scale);
  await drawn.render({ canvas, viewport }).promise;
  const type = 'image/png';
  return { type, base64: canvas.toDataURL(type).replace(/^[^,]*,/, '') };
}
