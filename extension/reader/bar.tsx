import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type Dispatch, type StateUpdater, useEffect } from 'preact/hooks';
import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';
import type { Known } from './known.ts';
import { PageField } from './page-field.tsx';
import type { Region } from './region.tsx';
import { useStill } from './use-still.ts';
import type { View } from './view.ts';
import { ZoomChoice } from './zoom-choice.tsx';
import './bar.css';

interface BarProps {
  view: View | undefined;
  file: PDFDocumentProxy;
  url: string;
  title: string;
  /** What is known of it, once it is. */
  known: Known | undefined;
  /** How many pages are read so far; `undefined` once all are. */
  read: number | undefined;
  /** Clips a stretch of the text. */
  clip: (start: number, end: number) => void;
  onRegion: (region: Region) => void;
  onFigure: (told: ToldFigure) => void;
  /** What is open below it. */
  tool: Tool | undefined;
  setTool: Dispatch<StateUpdater<Tool | undefined>>;
}

/** So long, in milliseconds, a page may take to be read before something is said. */
const patience = 15_000;

export type Tool = 'report' | 'tables' | 'search' | 'contents' | 'more' | 'region';

const report = () => import('./report.tsx').then(({ Report }) => Report);
const tables = () => import('./tables.tsx').then(({ Tables }) => Tables);
const search = () => import('./search.tsx').then(({ Search }) => Search);
const contents = () => import('./contents.tsx').then(({ Contents }) => Contents);
const region = () => import('./region.tsx').then(({ RegionTool }) => RegionTool);
const more = () => import('./more.tsx').then(({ More }) => More);

/** What can be done with an open file. */
export function Bar(props: BarProps) {
  const { view, known, file, url, title, read, clip, onRegion, onFigure, tool, setTool } = props;
  const toggle = (one: Tool) => setTool((now) => (now === one ? undefined : one));
  useEffect(() => {
    const gone = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey) {
        event.preventDefault();
        setTool('search');
      } else if (event.key === 'Escape') setTool(undefined);
    };
    addEventListener('keydown', onKey, { signal: gone.signal });
    return () => gone.abort();
  }, []);
  const slow = useStill(read, patience);
  const pages = file.numPages;
  return (
    <header class="reader-bar">
      <h1 title={title}>{title}</h1>
      <div class="row" role="toolbar" aria-label="The file">
        {view && <PageField view={view} pages={pages} />}
        {view && <ZoomChoice view={view} />}
        {known?.inspection && (
          <Button look="quiet" aria-expanded={tool === 'report'} onPress={() => toggle('report')}>
            This report
          </Button>
        )}
        {known && known.tables.length > 0 && (
          <Button look="quiet" aria-expanded={tool === 'tables'} onPress={() => toggle('tables')}>
            Tables
          </Button>
        )}
        <Button look="quiet" aria-expanded={tool === 'search'} onPress={() => toggle('search')}>
          Search
        </Button>
        <Button look="quiet" aria-expanded={tool === 'contents'} onPress={() => toggle('contents')}>
          Contents
        </Button>
        <Button look="quiet" aria-expanded={tool === 'more'} onPress={() => toggle('more')}>
          More
        </Button>
        {read !== undefined && (
          <span class="small soft" role="status">
            {slow
              ? 'This file takes very long to read. It may be damaged, or too much for this reader.'
              : `Reading ${read} of ${pages} pages`}
          </span>
        )}
      </div>
      {known?.inspection && tool === 'report' && (
        <Later load={report} props={{ inspection: known.inspection, onClip: clip }} />
      )}
      {view && known && tool === 'tables' && (
        <Later load={tables} props={{ known, url, onFigure, onPage: (page) => showPage(view, page) }} />
      )}
      {view && tool === 'search' && <Later load={search} props={{ view, onClose: () => setTool(undefined) }} />}
      {view && tool === 'contents' && (
        <Later load={contents} props={{ view, file, onGone: () => setTool(undefined) }} />
      )}
      {view && tool === 'more' && (
        <Later load={more} props={{ view, file, url, title, onRegion: () => setTool('region') }} />
      )}
      {view && tool === 'region' && <Later load={region} props={{ view, onRegion }} />}
    </header>
  );
}

const showPage = ({ viewer }: View, page: number) => {
  viewer.currentPageNumber = page + 1;
};
