import { useMemo, useRef, useState } from 'preact/hooks';
import type { Queue } from '../../shared/evidence/queue.ts';
import { takeBackWeighing, Weighing } from '../../shared/evidence/weighing.ts';
import { counted } from '../cluster/wording.ts';
import { isOffered } from '../priorities/use-priorities.ts';
import { getMeta, setMeta } from '../replica/database.ts';
import { tagsInUse } from '../replica/find-in-log.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { useReplica } from '../ui/replica.ts';
import { Select } from '../ui/select.tsx';
import { useKept } from '../ui/use-kept.ts';
import { useTask } from '../ui/use-task.ts';
import { Key } from './key-button.tsx';
import { type Surroundings, SurroundingsProvider } from './log-context.ts';
import { RefusedWeighings } from './refused-weighings.tsx';
import './review.css';
import { ReviewDone } from './review-done.tsx';
import { ReviewKeys } from './review-keys.tsx';
import { ReviewPiece } from './review-piece.tsx';
import { useKeys } from './use-keys.ts';
import { useReview } from './use-review.ts';
import { useTagNames } from './use-tag-names.ts';
import { draftPlace } from './weigh-draft.ts';
import type { Weighed } from './weigh-form.tsx';

const queueWords: { [queue in Queue]: string } = {
  nobody: 'Nobody has weighed it yet',
  mine: 'You have not weighed it yet',
  differ: 'People differ on it',
};
const options = (Object.keys(queueWords) as Queue[]).map((value) => ({ value, label: queueWords[value] }));
const nobody: ReadonlySet<string> = new Set();
const ignore = () => undefined;

/** The review queue: one piece at a time, weighed with single keys. `first` is a piece that a link names. */
export function Review({ first }: { first?: string | undefined }) {
  const { db, outbox, view } = useReplica();
  const [queue, setQueue] = useState<Queue>('nobody');
  const [priority, setPriority] = useState('');
  const review = useReview({ queue, priority }, first);
  const { people, priorities, all, waiting, current, weighings } = review;
  const names = useTagNames();
  const [keysOn, setKeysOn] = useKept('review/single-keys', true);
  const [overlay, setOverlay] = useState(false);
  const [last, setLast] = useState<Weighed>();
  const moved = useRef(false);
  const tags = useMemo(() => names?.offered(tagsInUse(review.rows, names.tagsOf)) ?? [], [review.rows, names]);

  const go = (how: () => void) => {
    moved.current = true;
    how();
  };
  const saved = (weighed: Weighed) => {
    setLast(weighed);
    go(review.leave);
  };
  const undoing = useTask(async ({ id, group, evidence, draft }: Weighed) => {
    // The words come back into the form.
    await db.transaction('rw', db.meta, async () => {
      await setMeta(db, 'writing', { ...(await getMeta(db, 'writing')), [draftPlace(evidence)]: draft });
    });
    // What was not sent yet was never said; else it is taken back in the open, and what was said before holds again.
    if (!group || !(await outbox.takeBack(group))) {
      const done = await outbox.act(takeBackWeighing, { id, rev: (await view.get(Weighing, id))?.rev ?? 1 });
      if (!done.ok) return done;
    }
    return { ok: true as const, value: evidence };
  });
  const undo = async () => {
    const done = last && (await undoing.run(last));
    if (!done?.ok) return;
    setLast(undefined);
    announce('Taken back');
    go(() => review.show(done.value));
  };
  useKeys(
    {
      n: () => go(review.next),
      p: () => go(review.previous),
      u: undo,
      '?': () => setOverlay(true),
    },
    keysOn,
  );

  if (!review.isKnown || !people || !priorities) return <p class="soft">Looking through the log…</p>;
  const around: Surroundings = {
    me: people.me,
    nameOf: people.nameOf,
    priorities,
    knownTags: tags,
    tagsOf: names?.tagsOf,
    withdrawn: nobody,
    setWithdrawn: ignore,
    keep: ignore,
  };
  const place = current === undefined ? -1 : all.indexOf(current);
  const done = all.length - all.filter((id) => waiting.has(id)).length;
  const k = (key: string) => (keysOn ? key : undefined);
  const start = (next: Queue) => {
    setQueue(next);
    review.show(undefined);
  };
  return (
    <SurroundingsProvider value={around}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves a field, wherever it is. */}
      <div
        class="stack review"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
          document.getElementById('review-piece-title')?.focus({ preventScroll: true });
        }}
      >
        <div class="review-asked">
          <Select label="Show what" value={queue} options={options} onValue={start} />
          <Select
            label="Priority"
            value={priority}
            options={[
              { value: '', label: 'All' },
              ...priorities.filter(isOffered).map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onValue={(id) => {
              setPriority(id);
              review.show(undefined);
            }}
          />
        </div>
        <RefusedWeighings onAgain={(id) => go(() => review.show(id))} />
        <div class="row review-line">
          <p role="status" class="region">
            {all.length > 0 && `${done} of ${all.length} looked at`}
          </p>
          {all.length > 0 && <progress class="review-progress" max={all.length} value={done} aria-label="Looked at" />}
          <Button look="quiet" onPress={() => setOverlay(true)}>
            Keys
          </Button>
          <Key of={k('?')} />
        </div>
        {last && (
          <div class="row review-last">
            <span class="small">Weighed.</span>
            <Button look="quiet" busy={undoing.busy} onPress={undo}>
              Undo the last weighing
            </Button>
            <Key of={k('u')} />
          </div>
        )}
        {current === undefined ? (
          <ReviewDone queue={queue} looked={done} onQueue={start} />
        ) : (
          <>
            <ReviewPiece
              key={current}
              id={current}
              title={place < 0 ? 'One piece' : `Piece ${place + 1} of ${all.length}`}
              weighings={weighings}
              keys={keysOn}
              focus={moved.current}
              onSaved={saved}
              onNext={() => go(review.leave)}
            />
            <nav class="row review-moves" aria-label="Pieces">
              <span>
                <Button look="quiet" onPress={() => go(review.previous)}>
                  Previous
                </Button>
                <Key of={k('p')} />
              </span>
              <span>
                <Button look="quiet" onPress={() => go(review.next)}>
                  Next that waits
                </Button>
                <Key of={k('n')} />
              </span>
              <span class="soft small">{counted(waiting.size, 'piece waits', 'pieces wait')}</span>
            </nav>
          </>
        )}
        <ReviewKeys open={overlay} on={keysOn} onOn={setKeysOn} onClose={() => setOverlay(false)} />
      </div>
    </SurroundingsProvider>
  );
}
