import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { newId } from '../../shared/ids.ts';
import { Slug, setPublicity } from '../../shared/reviews/publicity.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { Alert, Notice } from '../ui/notice.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { reviewAdvice } from './review-words.ts';
import { useReviews } from './use-reviews.ts';

/** A name made fit for an address. */
export const slugFrom = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');

/** Where the partnership is found by the public: chosen once, and whether questions are taken. */
export function PublicAddress() {
  const { me, cluster, publicity, editions, address } = useReviews();
  const present = publicity?.body;
  const [slug, setSlug] = useState(present?.slug ?? slugFrom(cluster?.name ?? ''));
  const [tried, setTried] = useState(false);
  const task = useAct();
  const may = can(me, 'publicity.set');
  const fixed = editions.length > 0;
  const right = Slug.safeParse(slug).success;
  const set = (change: { slug?: string; questions?: boolean }) => {
    const { id = newId(), rev } = publicity ?? {};
    const questions = change.questions ?? present?.questions;
    const body = {
      ...{ id, slug: change.slug ?? present?.slug ?? slug },
      ...(rev !== undefined && { rev }),
      ...(questions !== undefined && { questions }),
    };
    return task.run([deed(setPublicity, body)]);
  };
  const save = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!right) return;
    if ((await set({ slug }))?.ok) announce('Saved');
  };
  return (
    <div class="stack prose-width">
      <p class="soft">
        It stands on posters and in newsletters, so it is chosen once and stays. It says nothing of how the log is
        reached.
      </p>
      {present?.state === 'taken' && (
        <Notice look="trouble">
          <p>
            Another partnership has the address <b>{present.slug}</b>. Choose another.
          </p>
        </Notice>
      )}
      {present?.state === 'asked' && <p role="status">Asking whether it is free. This takes a moment.</p>}
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      {fixed || !may ? (
        <p>{present ? <b>{`${address}/${present.slug}`}</b> : 'The coordinator chooses it.'}</p>
      ) : (
        <form class="stack" onSubmit={save} noValidate aria-label="The public address">
          <Field
            label="Address"
            hint={`${address}/${slug || '…'}`}
            value={slug}
            onValue={(value) => setSlug(value.toLowerCase())}
            maxLength={40}
            spellcheck={false}
            problem={
              tried && !right
                ? 'Three to forty small letters, digits and hyphens, and none of our own words.'
                : undefined
            }
          />
          <div class="row">
            <Button
              type="submit"
              busy={task.busy}
              reason={present?.slug === slug && present.state !== 'taken' ? 'It is set to this.' : undefined}
            >
              Use this address
            </Button>
          </div>
        </form>
      )}
      {present && may && (
        <Choice
          type="checkbox"
          checked={present.questions !== false}
          onChecked={(questions) => set({ questions })}
          means="Nobody sees a question before one of you has answered it."
        >
          Anyone may ask a question
        </Choice>
      )}
    </div>
  );
}
