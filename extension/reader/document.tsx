import { useEffect, useRef, useState } from 'preact/hooks';
import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import { type PdfPassage, passageAt } from '../page/pdf/places.ts';
import { hearExtension, sayToExtension } from '../platform/messages.ts';
import { nameFile } from '../platform/reader.ts';
import { answerAsked } from '../platform/reader-answers.ts';
import { Notice } from '../ui/notice.tsx';
import { Bar, type Tool } from './bar.tsx';
import { startHighlights } from './highlights.ts';
import { type Known, know, nameOf } from './known.ts';
import { LinkLine } from './link-line.tsx';
import type { PDFDocumentProxy } from './pdfjs.ts';
import type { Region } from './region.tsx';
import { SaveButton } from './save-button.tsx';
import { selectedPassages } from './selection.ts';
import { toldFile } from './told-file.ts';
import { openView, type View } from './view.ts';
import { showWordless } from './wordless.ts';

/** A PDF that is open: its pages, and the bar above them. */
export function Document({ file, url }: { file: PDFDocumentProxy; url: string }) {
  const scroll = useRef<HTMLDivElement>(null);
  /** What is to be clipped in place of what is selected, the next time that it is asked for. */
  const chosen = useRef<PdfPassage>(undefined);
  const picture = useRef<Region>(undefined);
  /** What was taken of a table: it waits for the panel, which may have to open first. */
  const figure = useRef<{ told: ToldFigure; new: boolean }>(undefined);
  const [view, setView] = useState<View>();
  const [known, setKnown] = useState<Known>();
  const [read, setRead] = useState(0);
  const [tool, setTool] = useState<Tool>();

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
      const capture = async () => {
        const { reading, fingerprint, title, said, refused } = await knowing;
        const [one, region, isFigure] = [chosen.current, picture.current, figure.current?.new];
        chosen.current = picture.current = undefined;
        if (figure.current) figure.current.new = false;
        const passages = one ? [one] : selectedPassages(reading, opened.layers, opened.viewer.container);
        const file = { fingerprint, said, refused, picture: region, figure: isFigure };
        return { url, title, about: {}, list: false, passages, ...file };
      };
      answerAsked({ capture, tell: async () => toldFile(await knowing) }, signal);
      const giveFigure = () => {
        const { told } = figure.current ?? {};
        figure.current = undefined;
        if (told) void sayToExtension('figure', told);
      };
      hearExtension({ giveFigure, showTables: () => setTool('tables') }, signal);
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
  const onFigure = (told: ToldFigure) => {
    figure.current = { told, new: true };
    // The panel opens, if it is not open, and asks for it; an open one is told that there is one.
    void sayToExtension('clip', {});
    void sayToExtension('figureTaken', {});
  };
  const onRegion = (region: Region) => {
    picture.current = region;
    void sayToExtension('clip', {});
  };
  return (
    <div class="reader">
      <Bar
        {...{ view, known, file, url, clip, onRegion, onFigure, tool, setTool }}
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
        {view && <LinkLine within={view.viewer.container} />}
        {view && <SaveButton within={view.viewer.container} onSave={() => void sayToExtension('clip', {})} />}
      </main>
    </div>
  );
}
