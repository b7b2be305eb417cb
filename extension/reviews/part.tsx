import { useEffect, useRef, useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { newId } from '../../shared/ids.ts';
import type { Section, SectionPart } from '../../shared/reviews/review-kind.ts';
import { addSection, editSection, longestSection } from '../../shared/reviews/section.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Alert, Notice } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { useKept } from '../ui/use-kept.ts';
import { When } from '../ui/when.tsx';
import { partWords, reviewAdvice } from './review-words.ts';
import { nameOf, useReviews, type Whole } from './use-reviews.ts';

interface PartProps {
  review: string;
  /** The priority that it is about; `null` where it is about the partnership. */
  priority: string | null;
  part: SectionPart;
  /** Said with the part's name, where several stand on one page. */
  about?: string;
  open: boolean;
}

/** One part of a review: its words, who wrote them, and a way to write on. Several people write at once, each a part. */
export function Part({ review, priority, part, about, open }: PartProps) {
  const scene = useReviews();
  const [writing, setWriting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const returning = useRef(false);
  useEffect(() => {
    if (!writing && returning.current) button.current?.focus();
    returning.current = writing;
  }, [writing]);
  const section = scene.sections.find(
    ({ body }) => body.review === review && body.priority === priority && body.part === part,
  );
  const { name, hint } = partWords[part];
  const said = section?.body;
  const last = said?.edited ?? said;
  return (
    <section class="stack tight review-part" aria-label={about ? `${name}: ${about}` : name}>
      <h4>{name}</h4>
      {writing ? (
        <Write {...{ review, priority, part, section }} label={name} onDone={() => setWriting(false)} />
      ) : (
        <>
          {said?.text ? <p class="story-words">{said.text}</p> : <p class="soft">{hint}</p>}
          {last && said?.text && (
            <p class="soft small">
              {nameOf(scene, last.by)} · <When at={last.at} />
            </p>
          )}
          {open && can(scene.me, 'review.write') && (
            <div class="row no-print">
              <Button
                ref={button}
                look={said?.text ? 'quiet' : 'plain'}
                label={`${said?.text ? 'Word it anew' : 'Write it'}: ${name}${about ? `, ${about}` : ''}`}
                onPress={() => setWriting(true)}
              >
                {said?.text ? 'Word it anew' : 'Write it'}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

interface WriteProps extends Omit<PartProps, 'open' | 'about'> {
  section: Whole<Section> | undefined;
  label: string;
  onDone: () => void;
}

function Write({ review, priority, part, section, label, onDone }: WriteProps) {
  const scene = useReviews();
  const [text, setText, forget] = useKept(`section ${review} ${priority ?? ''} ${part}`, section?.body.text ?? '');
  // What stood there when writing began: whoever wrote there since is not overwritten unseen.
  const [seen, setSeen] = useState(section?.rev);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const task = useAct();
  const theirs = section && section.rev !== seen ? section : undefined;
  const save = async (event: Event) => {
    event.preventDefault();
    if (theirs) return;
    const words = text.trim();
    const write = section
      ? deed(editSection, { id: section.id, rev: section.rev, text: words })
      : deed(addSection, { id: newId(), review, priority, part, text: words });
    if (!section && words === '') return onDone();
    if (section?.body.text !== words && !(await task.run([write]))?.ok) return;
    forget();
    announce('Saved');
    onDone();
  };
  return (
    <form class="stack" onSubmit={save} noValidate>
      <TextArea
        ref={box}
        label={label}
        hint={partWords[part].hint}
        rows={6}
        maxLength={longestSection}
        value={text}
        onValue={setText}
      />
      <p class="soft small" aria-hidden="true">
        {longestSection - text.length} characters left
      </p>
      {theirs && (
        <Notice look="trouble">
          <p>{nameOf(scene, (theirs.body.edited ?? theirs.body).by)} wrote here since you began:</p>
          <p class="story-words">{theirs.body.text || '(nothing any more)'}</p>
          <div class="row">
            <Button onPress={() => setSeen(theirs.rev)}>Go on with mine</Button>
            <Button
              look="quiet"
              onPress={() => {
                forget();
                onDone();
              }}
            >
              Leave theirs
            </Button>
          </div>
        </Notice>
      )}
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button
          type="submit"
          look="main"
          busy={task.busy}
          label={`Save: ${label}`}
          reason={theirs ? 'Decide first what stands.' : undefined}
        >
          Save
        </Button>
        <Button look="quiet" onPress={onDone}>
          Go on later
        </Button>
      </div>
    </form>
  );
}
