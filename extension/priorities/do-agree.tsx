import { useRef, useState } from 'preact/hooks';
import { speaksFor } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import { agreePriority, objectPriority, wordOf } from '../../shared/priorities/agreement.ts';
import { announce } from '../ui/announce.tsx';
import { attempt } from '../ui/attempt.ts';
import { Button } from '../ui/button.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Notice } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { hrefTo } from '../ui/route.ts';
import { TextArea } from '../ui/text-area.tsx';
import { ThreadMark } from '../ui/thread-mark.tsx';
import { useKept } from '../ui/use-kept.ts';
import { useOpened } from '../ui/use-opened.ts';
import { useTask } from '../ui/use-task.ts';
import { useDealings } from './use-dealings.ts';

interface DoAgreeProps {
  priority: string;
  school: string;
  onDone?: () => void;
}

/** One priority to read, and a school's word on it: it agrees, or says what stands in the way, where one speaks for it. */
export function DoAgree({ priority, school, onDone }: DoAgreeProps) {
  const replica = useReplica();
  const dealings = useDealings();
  const [objecting, setObjecting] = useState(false);
  const { inside, opener } = useOpened<HTMLTextAreaElement>(objecting);
  const [reason, setReason, forget] = useKept(`object ${priority} ${school}`, '');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const record = dealings?.priorities.find(({ id }) => id === priority);
  const speaker = dealings?.schools.find(({ id }) => id === school);
  const wording = record?.body?.wording ?? 0;
  const task = useTask((objection: string | undefined) => {
    const word = { id: newId(), priority, school, wording };
    return objection === undefined
      ? attempt(replica, agreePriority, word)
      : attempt(replica, objectPriority, { ...word, objection });
  });
  if (!dealings || !record?.body || !speaker?.body) return null;
  const { title, description, alone, thread, state } = record.body;
  const word = wordOf(dealings.agreements, record, school);
  const may = dealings.me && speaksFor(dealings.me, speaker);
  const say = async (objection?: string) => {
    const done = await task.run(objection);
    if (!done?.ok) return;
    announce(objection === undefined ? `Agreed for ${speaker.body?.name}` : 'Your reason is in the log');
    setObjecting(false);
    if (objection !== undefined) forget();
    onDone?.();
  };
  const object = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return focusFirstProblem(form.current);
    return say(reason);
  };
  return (
    <div class="stack reading-form">
      <p>
        <ThreadMark thread={{ title, thread, proposed: state === 'proposed' }} /> <b>{title}</b>
      </p>
      {description && <p>{description}</p>}
      {alone && (
        <p>
          <span class="soft small">Why no school could achieve it alone</span>
          <br />
          {alone}
        </p>
      )}
      <p>
        <a href={hrefTo('priorities', priority)}>What is measured and planned, and what the others say</a>
      </p>
      {word && (
        <div role="status">
          <Notice>
            {word.objection === undefined ? (
              <p>{speaker.body.name} agrees to this wording.</p>
            ) : (
              <p>
                {speaker.body.name} objects: {word.objection}
              </p>
            )}
          </Notice>
        </div>
      )}
      {task.problem && (
        <p class="field-problem" role="alert">
          {sentenceFor(task.problem)}
        </p>
      )}
      {objecting ? (
        <form class="stack" onSubmit={object} noValidate ref={form}>
          <TextArea
            ref={inside}
            label="What stands in the way?"
            hint="Everyone in the partnership sees it, with your school’s name."
            value={reason}
            onValue={setReason}
            rows={3}
            maxLength={2000}
            problem={tried && reason.trim() === '' ? 'Say what stands in the way.' : undefined}
          />
          <div class="row">
            <Button type="submit" look="main" busy={task.busy}>
              Object
            </Button>
            <Button look="quiet" onPress={() => setObjecting(false)}>
              Back
            </Button>
          </div>
        </form>
      ) : (
        may && (
          <div class="row">
            <Button
              look="main"
              busy={task.busy}
              reason={word && word.objection === undefined ? 'Your school has agreed.' : undefined}
              onPress={() => say()}
            >
              Agree for {speaker.body.name}
            </Button>
            <Button ref={opener} onPress={() => setObjecting(true)}>
              Object
            </Button>
          </div>
        )
      )}
    </div>
  );
}
