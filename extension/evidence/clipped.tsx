import type { Evidence } from '../../shared/evidence/evidence.ts';
import { Later } from '../ui/later.tsx';
import { dateWords } from './date-words.ts';
import { seenWords } from './seen-words.ts';
import { OutLink, siteOf } from './source-link.tsx';

const tableView = () => import('./table-view.tsx').then(({ TableView }) => TableView);
const imageView = () => import('./image-view.tsx').then(({ ImageView }) => ImageView);

/** What was clipped where it is more than words: the whole page, a link, a picture, or something seen or heard. */
export function Clipped({ clip }: { clip: Pick<Evidence, 'what' | 'link' | 'seen' | 'image' | 'table'> }) {
  const { what, link, seen, image, table } = clip;
  if (table) return <Later load={tableView} props={{ table }} />;
  if (image) return <Later key={image.blob} load={imageView} props={{ image }} />;
  if (what === 'page') return <p class="small soft">The whole page</p>;
  if (what === 'link' && link) {
    return (
      <p>
        <OutLink url={link.url} words={link.text || link.url} /> <span class="small soft">· {siteOf(link.url)}</span>
      </p>
    );
  }
  if (what === 'seen' && seen) {
    const words = [seenWords[seen.how], seen.on && dateWords(seen.on)];
    return <p class="small soft">{words.filter(Boolean).join(' · ')}</p>;
  }
  return null;
}
