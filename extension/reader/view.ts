import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { EventBus, PDFFindController, PDFLinkService, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import { createLayers, type Layers } from './layers.ts';
import { letLinksOut } from './links.ts';
import { loadViewer, pdfjs } from './pdfjs.ts';
import './view.css';

/** A document on the screen. */
export interface View {
  viewer: PDFViewer;
  link: PDFLinkService;
  find: PDFFindController;
  bus: EventBus;
  layers: Layers;
}

/** What the viewer says in words it says in the bar: it has none of its own. */
const wordless = {
  getLanguage: () => 'en-gb',
  getDirection: () => 'ltr',
  get: async (ids: string | string[], _: unknown, fallback = '') => (Array.isArray(ids) ? [] : fallback),
  translate: async () => undefined,
  translateOnce: async () => undefined,
  destroy: async () => undefined,
  pause: () => undefined,
  resume: () => undefined,
};

/** The most pixels of one page, so that a large one at a large scale does not take the memory of many. */
const mostPixels = 2 ** 24;

/** What the page's own view keeps of its text layer. */
interface Highlighter {
  textDivs: HTMLElement[] | null;
}

/** Shows a document in a container; pages are drawn as they come into view, and given up when they have gone. */
export async function openView(container: HTMLDivElement, file: PDFDocumentProxy, signal: AbortSignal): Promise<View> {
  const { EventBus, PDFFindController, PDFLinkService, PDFViewer } = await loadViewer();
  const bus = new EventBus();
  const link = new PDFLinkService({ eventBus: bus });
  letLinksOut(link);
  const find = new PDFFindController({ linkService: link, eventBus: bus });
  const layers = createLayers();
  const viewer = new PDFViewer({
    container,
    eventBus: bus,
    linkService: link,
    findController: find,
    // Values that somebody filled in are drawn, and nothing can be filled in.
    annotationMode: pdfjs.AnnotationMode.ENABLE,
    annotationEditorMode: pdfjs.AnnotationEditorType.DISABLE,
    removePageBorders: true,
    maxCanvasPixels: mostPixels,
    enableAutoLinking: false,
    enableSelectionRendering: false,
    l10n: wordless as never,
    abortSignal: signal,
  } as ConstructorParameters<typeof PDFViewer>[0]);
  link.setViewer(viewer);
  bus.on('textlayerrendered', ({ pageNumber, source }: { pageNumber: number; source: object }) => {
    const { textDivs } = (source as { _textHighlighter: Highlighter })._textHighlighter;
    if (textDivs) layers.set(pageNumber - 1, textDivs);
  });
  viewer.setDocument(file);
  link.setDocument(file);
  await viewer.firstPagePromise;
  signal.addEventListener('abort', () => viewer.cleanup(), { once: true });
  return { viewer, link, find, bus, layers };
}
