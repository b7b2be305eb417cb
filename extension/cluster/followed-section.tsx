import type { ComponentType } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { editFollowed, Followed, follow } from '../../shared/cluster/followed.ts';
import { can } from '../../shared/cluster/roles.ts';
import { newId } from '../../shared/ids.ts';
import type { SeenProblem } from '../replica/database.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { sentenceFor } from '../ui/problem.ts';
import { RefusedList } from '../ui/refused-list.tsx';
import { useReplica } from '../ui/replica.ts';
import { TextArea } from '../ui/text-area.tsx';
import { useLive } from '../ui/use-live.ts';
import { useTask } from '../ui/use-task.ts';
import './lists.css';
import { RedactButton } from './redact-button.tsx';
import { useMe } from './use-me.ts';
import { usePeople } from './use-people.ts';

interface FollowedSectionProps {
  /** What they published lately, which this domain does not know. */
  News?: ComponentType<{ name: string; url: string }>;
}

/** Other partnerships that we learn from. */
export function FollowedSection({ News }: FollowedSectionProps) {
  const { outbox, view } = useReplica();
  const me = useMe();
  const people = usePeople();
  const followed = useLive(async () => (await view.list(Followed)).filter(({ body }) => body && !body.ended));
  if (!followed || !me) return null;
  const may = can(me.actor, 'partnership.follow');
  return (
    <section class="stack" aria-labelledby="followed-title">
      <h2 id="followed-title">Looking outward</h2>
      {followed.length === 0 && (
        <p class="soft prose-width">
          Nobody followed yet. Which partnership has changed something that you want to change? Keep the address of the
          page that it publishes, and why.
        </p>
      )}
      <ul class="list prose-width">
        {followed.map(({ id, rev, body }) => (
          <li key={id} class="beside">
            <span>
              <a href={body?.url} target="_blank" rel="noreferrer">
                {body?.name}
              </a>
              <br />
              {body?.why} <span class="soft small">{people?.nameOf(body?.by ?? '')}</span>
              {News && body && <News name={body.name} url={body.url} />}
            </span>
            {may && (
              <Button
                look="quiet"
                label={`Stop following ${body?.name}`}
                onPress={() => outbox.act(editFollowed, { id, rev, ended: true })}
              >
                Stop following
              </Button>
            )}
            <RedactButton kind="followed" id={id} label={body?.name ?? ''} />
          </li>
        ))}
      </ul>
      <RefusedList<{ name: string }> action={follow} titleOf={({ name }) => name} advice={advice} />
      {may && <FollowForm />}
    </section>
  );
}

const advice = (problem: SeenProblem): string =>
  problem.code === 'exists' ? 'This address is followed already.' : sentenceFor(problem);

function FollowForm() {
  const { outbox, view } = useReplica();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const address = /^https?:\/\//i.test(url.trim()) ? url.trim() : url.trim() && `https://${url.trim()}`;
  const right = address !== '' && URL.canParse(address) && new URL(address).hostname.includes('.');
  const task = useTask(async () => {
    const body = { id: newId(), name, url: address, why };
    const refusal = await view.refusal(follow, body);
    return refusal ? { ok: false, problem: refusal } : outbox.act(follow, body);
  });
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || !right || why.trim() === '') return focusFirstProblem(event.target);
    const done = await task.run(undefined);
    if (!done?.ok) return focusFirstProblem(event.target);
    announce(`Followed: ${name}`);
    for (const set of [setName, setUrl, setWhy]) set('');
    setTried(false);
    first.current?.focus();
  };
  return (
    <Disclosure summary="Follow a partnership">
      <form class="stack prose-width" onSubmit={submit} noValidate>
        <Field
          ref={first}
          label="Its name"
          value={name}
          onValue={setName}
          maxLength={160}
          problem={tried && name.trim() === '' ? 'Type its name.' : undefined}
        />
        <Field
          label="The address of its page"
          value={url}
          onValue={setUrl}
          inputMode="url"
          maxLength={2000}
          problem={
            tried && !right
              ? 'Paste the address of its page, such as example.org/review.'
              : task.problem && advice(task.problem)
          }
        />
        <TextArea
          label="Why do we follow it?"
          rows={2}
          value={why}
          onValue={setWhy}
          maxLength={1000}
          problem={tried && why.trim() === '' ? 'A few words are enough.' : undefined}
        />
        <div class="row">
          <Button type="submit" busy={task.busy}>
            Follow
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}
