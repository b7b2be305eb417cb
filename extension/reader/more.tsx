import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'preact/hooks';
import { canOpenPdfs, giveBack, handledFile, opensPdfs, setOpensPdfs } from '../platform/pdf-handler.ts';
import { Button } from '../ui/button.tsx';
import { downloadFile, printFile } from './paper.ts';
import type { View } from './view.ts';

interface MoreProps {
  view: View;
  file: PDFDocumentProxy;
  url: string;
  title: string;
  /** A region of a page is to be saved. */
  onRegion: () => void;
}

/** What is done with a file now and then. */
export function More({ view: { viewer }, file, url, title, onRegion }: MoreProps) {
  const [dark, setDark] = useState(document.documentElement.classList.contains('dark-pages'));
  const [handled, setHandled] = useState(false);
  const [always, setAlways] = useState<boolean>();
  useEffect(() => {
    void handledFile().then((stream) => setHandled(stream !== undefined));
    if (canOpenPdfs()) void opensPdfs().then(setAlways);
  }, []);
  const [printing, setPrinting] = useState<number>();
  const turn = (by: number) => {
    viewer.pagesRotation = (viewer.pagesRotation + by + 360) % 360;
  };
  const print = async () => {
    setPrinting(0);
    try {
      await printFile(file, setPrinting);
    } finally {
      setPrinting(undefined);
    }
  };
  return (
    <div class="row">
      <Button look="quiet" onPress={onRegion}>
        Save a region
      </Button>
      <Button look="quiet" onPress={() => turn(90)}>
        Turn right
      </Button>
      <Button look="quiet" onPress={() => turn(-90)}>
        Turn left
      </Button>
      <Button
        look="quiet"
        aria-pressed={dark}
        onPress={() => setDark(document.documentElement.classList.toggle('dark-pages'))}
      >
        Dark pages
      </Button>
      <Button look="quiet" onPress={() => downloadFile(file, title)}>
        Download
      </Button>
      <Button look="quiet" busy={printing !== undefined} onPress={print}>
        {printing === undefined ? 'Print' : `Preparing page ${printing} of ${file.numPages}`}
      </Button>
      {handled ? (
        <Button look="quiet" onPress={giveBack}>
          The browser’s own viewer
        </Button>
      ) : (
        /^https?:/i.test(url) && (
          <a class="small" href={url}>
            The browser’s own viewer
          </a>
        )
      )}
      {always !== undefined && (
        <label class="row small reader-always">
          <input
            type="checkbox"
            checked={always}
            onChange={({ currentTarget: { checked } }) => {
              setAlways(checked);
              void setOpensPdfs(checked);
            }}
          />
          Open every PDF here
        </label>
      )}
    </div>
  );
}
