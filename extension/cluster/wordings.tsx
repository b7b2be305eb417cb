import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Action } from '../../shared/action.ts';
import { presentOf } from '../../shared/cluster/purpose.ts';
import type { Redactable } from '../../shared/cluster/redact.ts';
import { newId } from '../../shared/ids.ts';
import type { Kind, Record } from '../../shared/record.ts';
import type { OutboxRow } from '../replica/database.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Notice } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { TextArea } from '../ui/text-area.tsx';
import { useLive } from '../ui/use-live.ts';
import { useTask } from '../ui/use-task.ts';
import { When } from '../ui/when.tsx';
import { RedactButton } from './redact-button.tsx';
import { usePeople } from './use-people.ts';
import './wordings.css';

/** A text that is written together: a newer wording takes the place of an older one, and every one is kept. */
export interface Wording {
  text: string;
  after?: string | undefined;
  by: string;
  at: number;
}

interface WordingsProps {
  kind: Kind<Wording>;
  action: Action<string, { id: string; text: string; after?: string | undefined }>;
  /** Why this person may not write here, if so. */
  refused?: string | undefined;
  label: string;
  hint: string;
  /** What stands where nothing is written yet. */
  empty: ComponentChildren;
  maxLength: number;
  /** Something to say of what is being written. It never blocks. */
  advise?: (text: string) => ComponentChildren;
  /** What stands below the wording that holds. */
  children: (present: Record<Wording> & { body: Wording }) => ComponentChildren;
}

/** The wording that holds, a way to word it anew, and those that it had before. */
export function Wordings({ kind, action, refused, label, hint, empty, maxLength, advise, children }: WordingsProps) {
  const { view } = useReplica();
  const people = usePeople();
  const wordings = useLive(() => view.list(kind));
  const [writing, setWriting] = useState<string>();
  if (!wordings) return null;
  const present = presentOf(wordings);
  const earlier = wordings.filter((one) => one !== present).reverse();
  return (
    <div class="stack">
      {present?.body ? (
        <>
          <p class="wording present">{present.body.text}</p>
          <p class="soft small">
            {people?.nameOf(present.body.by)} · <When at={present.body.at} />
          </p>
          <div>
            <RedactButton key={present.id} kind={kind.kind as Redactable} id={present.id} label={label} />
          </div>
          {writing === undefined && advise?.(present.body.text)}
          {children({ ...present, body: present.body })}
        </>
      ) : (
        <div class="soft prose-width">{empty}</div>
      )}
      <Refused action={action} onTake={setWriting} />
      {writing === undefined ? (
        <div class="row">
          <Button
            look={present ? 'plain' : 'main'}
            {...(refused && { reason: refused })}
            onPress={() => setWriting(present?.body?.text ?? '')}
          >
            {present ? 'Word it anew' : 'Write it'}
          </Button>
        </div>
      ) : (
        <Writing
          {...{ action, label, hint, maxLength, advise }}
          start={writing}
          present={present}
          onDone={() => setWriting(undefined)}
        />
      )}
      {earlier.length > 0 && (
        <Disclosure summary={earlier.length === 1 ? 'An earlier wording' : `${earlier.length} earlier wordings`}>
          <ol class="stack wordings">
            {earlier.map(({ id, body }) => (
              <li key={id}>
                <p class="wording">{body?.text}</p>
                <p class="soft small">
                  {people?.nameOf(body?.by ?? '')} · <When at={body?.at ?? 0} />
                </p>
                <RedactButton kind={kind.kind as Redactable} id={id} label={`${label}, an earlier wording`} />
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </div>
  );
}

interface WritingProps extends Pick<WordingsProps, 'action' | 'label' | 'hint' | 'maxLength' | 'advise'> {
  start: string;
  /** The wording whose place it takes. */
  present: Record<Wording> | undefined;
  onDone: () => void;
}

function Writing({ action, label, hint, maxLength, advise, start, present, onDone }: WritingProps) {
  const { outbox } = useReplica();
  const [text, setText] = useState(start);
  const [tried, setTried] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const task = useTask(() => outbox.act(action, { id: newId(), text, ...(present && { after: present.id }) }));
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '') return;
    if (text.trim() === present?.body?.text) return onDone();
    const done = await task.run(undefined);
    if (!done?.ok) return;
    announce('Saved. The wording before is kept below.');
    onDone();
  };
  const problem = tried && text.trim() === '' ? 'Write a sentence or two first.' : undefined;
  return (
    <form class="stack prose-width" onSubmit={submit}>
      <TextArea
        ref={box}
        {...{ label, hint, maxLength }}
        rows={6}
        value={text}
        onValue={setText}
        problem={problem ?? (task.problem && sentenceFor(task.problem))}
      />
      {text.trim() !== '' && advise?.(text)}
      <div class="row">
        <Button type="submit" look="main" busy={task.busy}>
          Save
        </Button>
        <Button look="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** What was worded here while somebody else worded it too: its author decides, with both in view. */
function Refused({ action, onTake }: { action: { name: string }; onTake: (text: string) => void }) {
  const { outbox } = useReplica();
  const rows = useLive(async () =>
    (await outbox.rows()).filter(({ state, group: [first] }) => state === 'refused' && first?.name === action.name),
  );
  const take = async (row: OutboxRow) => {
    onTake(textOf(row));
    await outbox.discard(row.id);
  };
  return (
    <>
      {rows?.map((row) => (
        <Notice key={row.id} look="trouble">
          <p>
            {row.problem?.code === 'stale'
              ? 'Somebody worded it anew before yours arrived. Theirs stands above; this is yours:'
              : row.problem && sentenceFor(row.problem)}
          </p>
          <p class="wording">{textOf(row)}</p>
          <div class="row">
            <Button onPress={() => take(row)}>Go on from mine</Button>
            <Button look="quiet" onPress={() => outbox.discard(row.id)}>
              Let mine go
            </Button>
          </div>
        </Notice>
      ))}
    </>
  );
}

const textOf = ({ group: [first] }: OutboxRow): string => (first?.body as { text?: string } | undefined)?.text ?? '';
