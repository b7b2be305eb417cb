import { useId } from 'preact/hooks';
import type { Activity } from '../../shared/cycles/activity.ts';
import { announce } from '../ui/announce.tsx';
import type { Deed } from '../ui/attempt.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Alert } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { useAct } from '../ui/use-act.ts';
import { useKept } from '../ui/use-kept.ts';
import { cycleAdvice } from './cycle-words.ts';
import type { Whole } from './use-cycles.ts';

interface WriteUpProps {
  activity: Whole<Activity>;
  title: string;
  /** The question that the box asks. */
  ask: string;
  /** What is written already. */
  present: string | undefined;
  may: boolean;
  /** Who may, where one may not oneself. */
  mayNot?: string;
  deedOf: (text: string) => Deed;
}

/** One part of what is written about an activity, and a way to write it. */
export function WriteUp({ title, present = '', may, mayNot, ...rest }: WriteUpProps) {
  const id = useId();
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {present ? <p class="story-words">{present}</p> : <p class="soft">Nothing is written yet.</p>}
      {!may && !present && mayNot && <p class="soft small">{mayNot}</p>}
      {may && (
        <Disclosure key={present} summary={present ? 'Word it anew' : 'Write it'}>
          <Write {...{ title, present, ...rest }} />
        </Disclosure>
      )}
    </section>
  );
}

function Write({ activity, title, ask, present, deedOf }: Omit<WriteUpProps, 'may' | 'mayNot'>) {
  const [text, setText, forget] = useKept(`${ask} ${activity.id}`, present ?? '');
  const task = useAct();
  const save = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    if (!(await task.run([deedOf(text)]))?.ok) return;
    forget();
    announce('Saved');
  };
  return (
    <form class="stack" onSubmit={save}>
      <TextArea label={ask} rows={4} maxLength={4000} value={text} onValue={setText} />
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy} label={`Save: ${title}`}>
          Save
        </Button>
      </div>
    </form>
  );
}
