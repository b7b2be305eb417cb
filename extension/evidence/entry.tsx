import { isWithdrawn } from '../../shared/evidence/evidence.ts';
import type { SeenPriority } from '../priorities/use-priorities.ts';
import type { Draft } from '../replica/database.ts';
import type { Entry } from '../replica/entries.ts';
import { Button } from '../ui/button.tsx';
import { ThreadEdge } from '../ui/thread-edge.tsx';
import { ThreadList } from '../ui/thread-mark.tsx';
import { When } from '../ui/when.tsx';
import { Clipped } from './clipped.tsx';
import './entry.css';
import { EntryFoot } from './entry-foot.tsx';
import { EntryStanding } from './entry-standing.tsx';
import { useSurroundings } from './log-context.ts';
import { Quote } from './quote.tsx';
import { refusalAdvice } from './refusal-advice.ts';
import { SourceLink } from './source-link.tsx';
import { stanceWords } from './stance-words.ts';
import { WithdrawnNotice } from './withdrawn-notice.tsx';

interface EntryViewProps {
  entry: Entry;
  /** Who saved it, as it is shown. */
  author: string;
  priorities: readonly SeenPriority[];
  /** A card that takes a refused entry up again is in hand. */
  inHand: boolean;
  onEdit: (entry: Entry) => void;
  onDiscard: (entry: Entry) => void;
}

/** One entry of the log, and where it stands. */
export function EntryView({ entry, author, priorities, inHand, onEdit, onDiscard }: EntryViewProps) {
  const { body } = entry.record;
  const { withdrawn } = useSurroundings();
  if (!body) return <p class="soft">Erased on request</p>;
  const away = isWithdrawn(body);
  if (away && withdrawn.has(entry.record.id)) return <WithdrawnNotice entry={entry} />;
  const threads = priorities.filter(({ id }) => body.priorities.includes(id));
  const place = body.passages[0] && { entry: entry.record.id, passage: body.passages[0] };
  return (
    <article
      class={away ? 'entry withdrawn' : 'entry'}
      aria-label={`${author}: ${body.note || body.passages[0]?.exact || 'entry'}`.slice(0, 100)}
    >
      <ThreadEdge threads={threads} />
      <Clipped clip={body} />
      <Quote passages={body.passages} list={body.what === 'list'} />
      {body.source && <SourceLink source={body.source} place={place} />}
      {body.note && <p class="entry-note">{body.note}</p>}
      {body.stance && <p class="small">{stanceWords[body.stance]}</p>}
      <ThreadList threads={threads} />
      {body.tags.length > 0 && (
        <ul class="tags" aria-label="Tags">
          {body.tags.map((tag) => (
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
      {entry.standing !== 'refused' && <EntryFoot entry={entry} />}
      {entry.standing === 'refused' && (
        <div class="stack tight">
          {entry.problem && <p class="small">{refusalAdvice(entry.problem)}</p>}
          {inHand ? (
            <p class="small soft">In hand, above.</p>
          ) : (
            <div class="row">
              <Button onPress={() => onEdit(entry)}>Edit</Button>
              <Button look="quiet" onPress={() => onDiscard(entry)}>
                Discard
              </Button>
            </div>
          )}
        </div>
      )}
    </article>
  );
}

/** A refused entry as a card again, with everything that was on it. */
export function draftOf(entry: Entry, id: string, now: number): Draft {
  const { body } = entry.record;
  const { what, source, link, seen, image, stance } = body ?? {};
  return {
    id,
    passages: body?.passages ?? [],
    note: body?.note ?? '',
    tags: body?.tags ?? [],
    tag: '',
    priorities: body?.priorities ?? [],
    changed: now,
    ...(what && { what }),
    ...(source && { source }),
    ...(link && { link }),
    ...(seen && { seen }),
    ...(image && { image }),
    ...(stance && { stance }),
  };
}
