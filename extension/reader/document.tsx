import { useEffect, useRef, useState } from 'preact/hooks';
import { type PdfPassage, passageAt } from '../page/pdf/places.ts';
import { sayToExtension } from '../platform/messages.ts';
import { answerCapture, nameFile } from '../platform/reader.ts';
import { Notice } from '../ui/notice.tsx';
import { Bar } from './bar.tsx';
import { startHighlights } from './highlights.ts';
import { type Known, know, nameOf } from './known.ts';
import type { PDFDocumentProxy } from './pdfjs.ts';
import type { Region } from './region.tsx';
import { SaveButton } from './save-button.tsx';
import { selectedPassages } from './selection.ts';
import { openView, type View } from './view.ts';
import { showWordless } from './wordless.ts';

/** A PDF that is open: its pages, and the bar above them. */
export function Document({ file, url }: { file: PDFDocumentProxy; url: string }) {
  const scroll = useRef<HTMLDivElement>(null);
  /** What is to be clipped in place of what is selected, the next time that it is asked for. */
  const chosen = useRef<PdfPassage>(undefined);
  const picture = useRef<Region>(undefined);
  const [view, setView] = useState<View>();
  const [known, setKnown] = useState<Known>();
  const [read, setRead] = useState(0);

  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    const start = async () => {
      if (!scroll.current) return;
      const opened = await openView(scroll.current, file, signal);
      if (signal.aborted) return;
      setView(opened);
      // Asked before all is read, it answers when that is done.
      const knowing = know(file, url, (done) => !signal.aborted && setRead(done), signal);
      answerCapture(async () => {
        const { reading, fingerprint, title, said, refused } = await knowing;
        const [one, region] = [chosen.current, picture.current];
        chosen.current = picture.current = undefined;
        const passages = one ? [one] : selectedPassages(reading, opened.layers, opened.viewer.container);
        return { url, title, about: {}, list: false, passages, fingerprint, said, refused, picture: region };
      }, signal);
      const found = await knowing;
      if (signal.aborted) return;
      setKnown(found);
      document.title = found.title;
      await nameFile(url, found.fingerprint);
      if (signal.aborted) return;
      startHighlights(opened, found, url, signal);
      showWordless(opened, found.reading, signal);
    };
    start().catch((error: unknown) => {
      if (!signal.aborted) reportError(error);
    });
    return () => gone.abort();
  }, [file, url]);

  /** Clips a stretch of the text: the card asks for it at once. */
  const clip = (start: number, end: number) => {
    chosen.current = known && passageAt(known.reading, start, end);
    void sayToExtension('clip', {});
  };
  const onRegion = (region: Region) => {
    picture.current = region;
    void sayToExtension('clip', {});
  };
  return (
    <div class="reader">
      <Bar
        {...{ view, known, file, url, clip, onRegion }}
        title={known?.title ?? nameOf(url)}
        read={known ? undefined : read}
      />
      {known?.reason && (
        <div role="status">
          <Notice>{known.reason}</Notice>
        </div>
      )}
      <main class="reader-pages">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled with the keys. */}
        <div class="pdf-scroll" ref={scroll} tabIndex={0}>
          <div class="pdfViewer" />
        </div>
        {view && <SaveButton within={view.viewer.container} onSave={() => void sayToExtension('clip', {})} />}
      </main>
    </div>
  );
}
