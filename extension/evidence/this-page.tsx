import { useEffect, useRef, useState } from 'preact/hooks';
import { Member } from '../../shared/cluster/members.ts';
import type { ClipKind } from '../../shared/evidence/evidence.ts';
import { tableWords } from '../../shared/evidence/table-words.ts';
import { askForSite, type Beside, goTo } from '../platform/beside.ts';
import type { PlaceState } from '../platform/messages.ts';
import { isPdfAddress } from '../platform/pdf-address.ts';
import { usePriorities } from '../priorities/use-priorities.ts';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';
import { useReplica } from '../ui/replica.ts';
import { ThreadEdge } from '../ui/thread-edge.tsx';
import { ThreadMark } from '../ui/thread-mark.tsx';
import type { Thread } from '../ui/threads.ts';
import { useLive } from '../ui/use-live.ts';
import { When } from '../ui/when.tsx';
import { useIsBeside } from './beside.ts';
import { FigureSection } from './figure-section.tsx';
import { siteOf } from './source-link.tsx';
import { stanceWords } from './stance-words.ts';
import './this-page.css';
import { type EntryHere, useThisPage } from './use-this-page.ts';

const stateWords: { [state in PlaceState]: string } = {
  found: 'On the page',
  edited: 'Edited since',
  partly: 'Some of it is no longer on this page',
  gone: 'No longer on this page',
};

/** What was kept of a page where it is no words of it. */
const kindWords: { [kind in ClipKind]: string } = {
  page: 'The whole page',
  link: 'A link on it',
  image: 'A picture on it',
  list: 'A note',
  quote: 'A note',
  seen: 'A note',
};

const readerFigures = () => import('./reader-figures.tsx').then(({ ReaderFigures }) => ReaderFigures);
const context = () => import('./page-context.tsx').then(({ PageContext }) => PageContext);

/** So long after it was opened, in milliseconds, the panel has shown what it shows. */
const quiet = 3000;

/** So many entries of a page are shown at first, so that the log stays in reach. */
const few = 6;

/** What is in the log of the page beside the panel, where there is one. */
export const ThisPage = () => (useIsBeside() ? <OfThisPage /> : null);

function OfThisPage() {
  const { view, teaching, naming } = useReplica();
  const { beside, page, here } = useThisPage();
  // What colleagues tagged meanwhile is learnt while nobody waits for anything, and which schools they named.
  useEffect(() => {
    const gone = new AbortController();
    const timer = setTimeout(() => {
      for (const one of [teaching, naming]) void one.catchUp(gone.signal).catch(reportError);
    }, quiet);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, []);
  const priorities = usePriorities();
  const [all, setAll] = useState(false);
  const people = useLive(async () => ({
    me: (await view.me())?.actor.member,
    names: new Map((await view.list(Member)).map(({ id, body }) => [id, body?.name ?? ''])),
  }));
  if (!beside || !priorities || !people) return null;
  const nameOf = (member = '') => (member === people.me ? 'You' : people.names.get(member) || 'A member');
  return (
    <section class="stack tight" aria-labelledby="this-page-title">
      <h2 id="this-page-title">This page</h2>
      {page && <Later load={context} props={{ page }} />}
      <Access beside={beside} />
      {beside.url && beside.inReader && <Later load={readerFigures} props={{ tab: beside.tab, url: beside.url }} />}
      {beside.url && !beside.inReader && /^https?:/i.test(beside.url) && (
        <FigureSection tab={beside.tab} url={beside.url} />
      )}
      {here && here.length > 0 && (
        <ul class="this-page">
          {here.map((one, i) => {
            if (!all && i >= few && one.n !== beside.pointing) return null;
            const { body } = one.entry.record;
            return (
              <PlaceItem
                key={one.n}
                here={one}
                tab={beside.tab}
                author={nameOf(body?.by)}
                threads={priorities.filter(({ id }) => body?.priorities.includes(id))}
                pointed={one.n === beside.pointing}
              />
            );
          })}
        </ul>
      )}
      {here && here.length > few && !all && (
        <div class="row">
          <Button look="quiet" onPress={() => setAll(true)}>
            Show all {here.length} of this page
          </Button>
        </div>
      )}
      {beside.url && here?.length === 0 && <p class="soft">Nothing from this page is in the log yet.</p>}
    </section>
  );
}

const summary = () => import('./weigh-summary.tsx').then(({ WeighSummary }) => WeighSummary);
const readHere = async () => (await import('../platform/reader.ts')).openActiveInReader();

/** What can be seen of the page, where that is not all. */
function Access({ beside: { url, lasting, inReader } }: { beside: Beside }) {
  if (inReader) return null;
  if (url === undefined) {
    return (
      <p class="soft">
        Goldthread sees this page only when you press its button in the browser’s bar. The browser’s own pages, its
        store and its reader view stay closed.
      </p>
    );
  }
  if (isPdfAddress(url)) {
    return (
      <div class="stack tight">
        <p class="soft">In the browser’s own PDF viewer nothing can be highlighted.</p>
        <div class="row">
          <Button onPress={readHere}>Read it in Goldthread</Button>
        </div>
      </div>
    );
  }
  if (/^file:/i.test(url)) return <p class="soft">Goldthread sees a file only when you press its button.</p>;
  if (!/^https?:/i.test(url)) return <p class="soft">The browser’s own pages stay closed to Goldthread.</p>;
  if (lasting) return null;
  return (
    <div class="row">
      <Button look="quiet" onPress={() => askForSite(url)}>
        Always show highlights on {siteOf(url)}
      </Button>
    </div>
  );
}

interface PlaceItemProps {
  here: EntryHere;
  tab: number;
  author: string;
  threads: readonly Thread[];
  /** The reader points at it in the page. */
  pointed: boolean;
}

/** One entry of the page: who, why, and whether its words still stand there. Choosing it shows them. */
function PlaceItem({ here: { entry, n, state }, tab, author, threads, pointed }: PlaceItemProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (pointed) item.current?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  const { body } = entry.record;
  if (!body) return null;
  const [passage] = body.passages;
  const words = (
    <>
      {body.table && <span class="place-words">{tableWords(body.table)}</span>}
      {passage && !body.table && state !== 'gone' && <span class="place-words">“{passage.exact}”</span>}
      {body.note && <span class="place-words">{body.note}</span>}
      <span class="small soft">
        {author} · <When at={body.at} />
        {passage && state && <> · {stateWords[state]}</>}
        {!passage && <> · {kindWords[body.what ?? 'quote']}</>}
        {body.stance && <> · {stanceWords[body.stance]}</>}
      </span>
      {threads.map((thread) => (
        <span key={thread.thread} class="small">
          <ThreadMark thread={thread} /> {thread.title}
        </span>
      ))}
    </>
  );
  return (
    <li ref={item} class={pointed ? 'pointed' : undefined} aria-current={pointed ? 'true' : undefined}>
      <ThreadEdge threads={threads} />
      {state && state !== 'gone' ? (
        <button type="button" class="place" onClick={() => goTo(tab, n)}>
          {words}
        </button>
      ) : (
        <div class="place">
          {state === 'gone' &&
            body.passages.map(({ prefix, exact, suffix, start }) => (
              <p key={start}>
                <span class="soft">…{prefix}</span>
                <strong>{exact}</strong>
                <span class="soft">{suffix}…</span>
              </p>
            ))}
          {words}
        </div>
      )}
      <div class="place-said">
        <Later load={summary} props={{ record: entry.record }} />
      </div>
    </li>
  );
}
