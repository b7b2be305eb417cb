import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useValue } from '../ui/use-value.ts';
import { webAddress } from './links.ts';
import type { View } from './view.ts';

type Entry = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

interface ContentsProps {
  view: View;
  file: PDFDocumentProxy;
  onGone: () => void;
}

/** More entries than this help nobody to find anything. */
const most = 500;

/** The file's own list of contents. */
export function Contents({ view, file, onGone }: ContentsProps) {
  const outline = useValue(async () => (await file.getOutline()) ?? []);
  if (!outline) return null;
  const go = (dest: Entry['dest']) => {
    if (dest) void view.link.goToDestination(dest);
    onGone();
  };
  const rows = flat(outline, 0).slice(0, most);
  if (rows.length === 0) return <p class="soft small">This file has no list of contents.</p>;
  return (
    <nav aria-label="Contents" class="reader-contents">
      <ul>
        {rows.map(({ entry, depth }, i) => (
          // The same title may stand in it twice.
          <li key={`${i} ${entry.title}`} style={{ paddingInlineStart: `${depth * 16}px` }}>
            <Title entry={entry} onGo={go} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A place in the file, or one on the web, with its address; what leads elsewhere is words alone. */
function Title({ entry: { title, dest, url }, onGo }: { entry: Entry; onGo: (dest: Entry['dest']) => void }) {
  const address = webAddress(url);
  if (address) {
    return (
      <a href={address} title={address} target="_blank" rel="noopener noreferrer">
        {title}
      </a>
    );
  }
  if (!dest) return <span>{title}</span>;
  return (
    <button type="button" class="button quiet" onClick={() => onGo(dest)}>
      {title}
    </button>
  );
}

/** Each entry with how deep it stands; what is nested deeper than a hand's breadth is left out. */
function flat(entries: readonly Entry[], depth: number): { entry: Entry; depth: number }[] {
  if (depth > 5) return [];
  return entries.flatMap((entry) => [{ entry, depth }, ...flat(entry.items as Entry[], depth + 1)]);
}
