import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { mergeTag } from '../../shared/evidence/tags.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { useMe } from '../cluster/use-me.ts';
import { counted } from '../cluster/wording.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { useReplica } from '../ui/replica.ts';
import './codebook.css';
import { TagForm } from './tag-form.tsx';
import { type Codebook as Book, type CountedTag, useTagsCounted } from './use-tags-counted.ts';

/** The cluster's codebook: which tags are in use, what each means, and what it was called before. */
export function Codebook() {
  const book = useTagsCounted();
  const me = useMe();
  const [open, setOpen] = useState<string>();
  const [find, setFind] = useState('');
  if (!book || !me) return <p class="soft">Looking through the log…</p>;
  const may = can(me.actor, 'tag.mark');
  const fits = ({ name, entry }: CountedTag) =>
    [name, ...(entry?.body.was ?? []), entry?.body.definition ?? ''].some((words) =>
      words.toLowerCase().includes(find.trim().toLowerCase()),
    );
  const shown = book.tags.filter(fits);
  const current = shown.filter(({ entry }) => !entry?.body.retired);
  const retired = shown.filter(({ entry }) => entry?.body.retired);
  const list = (tags: CountedTag[]) => (
    <ul class="codebook">
      {tags.map((tag) => (
        <TagItem
          key={tag.entry?.id ?? tag.name}
          {...{ tag, book, may }}
          open={open === (tag.entry?.id ?? tag.name)}
          onOpen={(on) => setOpen(on ? (tag.entry?.id ?? tag.name) : undefined)}
        />
      ))}
    </ul>
  );
  return (
    <div class="stack wide codebook-screen">
      <p class="soft">
        What our tags mean, so that everyone uses them alike. A tag that is renamed or taken into another is read as the
        new one everywhere; what was tagged keeps its words.
      </p>
      {book.tags.length > 8 && <Field label="Find a tag" value={find} onValue={setFind} />}
      {book.tags.length === 0 && <p>No tags yet. They come with what is saved, or can be defined here first.</p>}
      {list(current)}
      {retired.length > 0 && (
        <Disclosure summary={`Not offered any more (${retired.length})`}>{list(retired)}</Disclosure>
      )}
      {may &&
        (open === 'new' ? (
          <section class="stack" aria-labelledby="codebook-new">
            <h2 id="codebook-new">A new tag</h2>
            <TagForm book={book} onDone={() => setOpen(undefined)} />
          </section>
        ) : (
          <div class="row">
            <Button onPress={() => setOpen('new')}>Define a new tag</Button>
          </div>
        ))}
    </div>
  );
}

interface TagItemProps {
  tag: CountedTag;
  book: Book;
  may: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
}

function TagItem({ tag: { name, count, entry }, book, may, open, onOpen }: TagItemProps) {
  const { outbox } = useReplica();
  const body = entry?.body;
  const parent = book.entries.find(({ id }) => id === body?.parent)?.body.name;
  const takenIn = book.entries.filter((one) => entry && one.body.into === entry.id);
  const release = async (id: string, rev: number, was: string) => {
    const done = await outbox.act(mergeTag, { id, rev, into: null });
    if (done.ok) announce(`${was} stands by itself again`);
  };
  return (
    <li class="stack tight">
      <div class="codebook-line">
        <span class="tag">{name}</span>
        <span class="soft small">
          {[counted(count, 'piece', 'pieces'), body?.group && 'a group of pupils', parent && `under ${parent}`]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {may && (
          <Button
            look="quiet"
            aria-expanded={open}
            label={`${body ? 'Edit' : 'Define'} ${name}`}
            onPress={() => onOpen(!open)}
          >
            {body ? 'Edit' : 'Define'}
          </Button>
        )}
      </div>
      {body?.definition && <p>{body.definition}</p>}
      {body?.examples && <p class="small soft">For example: {body.examples}</p>}
      {body?.was && body.was.length > 0 && <p class="small soft">Was: {body.was.join(', ')}</p>}
      {takenIn.map((one) => (
        <p key={one.id} class="small soft">
          Has taken in: {one.body.name}{' '}
          {may && (
            <Button
              look="quiet"
              label={`Undo: let ${one.body.name} stand by itself`}
              onPress={() => release(one.id, one.rev, one.body.name)}
            >
              Undo
            </Button>
          )}
        </p>
      ))}
      {open && <TagForm name={name} entry={entry} book={book} onDone={() => onOpen(false)} />}
      {open && entry && (
        <div class="row">
          <RedactButton kind="tag" id={entry.id} label={`of the tag ${name}`} />
        </div>
      )}
    </li>
  );
}
