import type { ComponentChildren } from 'preact';
import { isWithdrawn } from '../../shared/evidence/evidence.ts';
import { accessOf } from '../../shared/evidence/source-access.ts';
import type { Entry } from '../replica/entries.ts';
import { ThreadEdge } from '../ui/thread-edge.tsx';
import { ThreadList } from '../ui/thread-mark.tsx';
import { When } from '../ui/when.tsx';
import { Clipped } from './clipped.tsx';
import './entry.css';
import { EntryStanding } from './entry-standing.tsx';
import { useSurroundings } from './log-context.ts';
import { Quote } from './quote.tsx';
import { SourceLink } from './source-link.tsx';
import { stanceWords } from './stance-words.ts';
import { WithdrawnNotice } from './withdrawn-notice.tsx';

interface EntryViewProps {
  entry: Entry;
  /** What can be done with it. */
  foot: ComponentChildren;
}

/** One entry of the log, and where it stands. */
export function EntryView({ entry, foot }: EntryViewProps) {
  const { body } = entry.record;
  const { nameOf, priorities, withdrawn, tagsOf } = useSurroundings();
  if (!body) {
    return (
      <article class="entry" aria-label="An entry that was erased">
        <p class="soft">Erased on request</p>
      </article>
    );
  }
  const author = nameOf(body.by);
  const away = isWithdrawn(body);
  if (away && withdrawn.has(entry.record.id)) return <WithdrawnNotice entry={entry} />;
  const tags = tagsOf?.({ id: entry.record.id, tags: body.tags }) ?? body.tags;
  const threads = priorities.filter(({ id }) => body.priorities.includes(id));
  const place = body.passages[0] && { entry: entry.record.id, passage: body.passages[0] };
  return (
    <article
      class={away ? 'entry withdrawn' : 'entry'}
      aria-label={`${author}: ${body.note || body.table?.caption || body.passages[0]?.exact || 'entry'}`.slice(0, 100)}
    >
      <ThreadEdge threads={threads} />
      <Clipped clip={body} />
      {!body.table && <Quote passages={body.passages} list={body.what === 'list'} />}
      {body.source && <SourceLink source={body.source} place={place} />}
      {body.source && accessOf(body.source) !== 'open' && <p class="small">Restricted source: never published</p>}
      {body.note && <p class="entry-note">{body.note}</p>}
      {body.stance && <p class="small">{stanceWords[body.stance]}</p>}
      <ThreadList threads={threads} />
      {tags.length > 0 && (
        <ul class="tags" aria-label="Tags">
          {tags.map((tag) => (
            <li key={tag} class="tag">
              {tag}
            </li>
          ))}
        </ul>
      )}
      <p class="small soft">
        {away && <>Withdrawn · </>}
        {author} · <When at={body.at} />
        {body.edited !== undefined && (
          <>
            {' · '}edited <When at={body.edited} />
          </>
        )}
        {' · '}
        <EntryStanding standing={entry.standing} />
      </p>
      {foot}
    </article>
  );
}
