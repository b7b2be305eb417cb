import { useEffect, useRef, useState } from 'preact/hooks';
import { addValue, editValue, type Value } from '../../shared/cluster/values.ts';
import { newId } from '../../shared/ids.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { TextArea } from '../ui/text-area.tsx';
import { useTask } from '../ui/use-task.ts';

/** One behaviour a line. */
const linesOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => line.replace(/^[-•*]\s*/, '').trim() || []);

const most = { lines: 12, letters: 300 };

/** What is wrong with some behaviours, in words, if anything is. */
const problemOf = (lines: readonly string[]): string | undefined => {
  if (lines.length > most.lines) return `Keep it to ${most.lines} lines.`;
  return lines.some((line) => line.length > most.letters) ? 'One line is too long. Two are easier to keep.' : undefined;
};

interface ValueFormProps {
  /** The value that is changed; a new one without it. */
  value?: Record<Value>;
  onDone: () => void;
}

/** Writes a value and its behaviours. */
export function ValueForm({ value, onDone }: ValueFormProps) {
  const { outbox } = useReplica();
  const [title, setTitle] = useState(value?.body?.title ?? '');
  const [adopt, setAdopt] = useState(value?.body?.adopt.join('\n') ?? '');
  const [refuse, setRefuse] = useState(value?.body?.refuse.join('\n') ?? '');
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const task = useTask(() => {
    const words = { title, adopt: linesOf(adopt), refuse: linesOf(refuse) };
    return value
      ? outbox.act(editValue, { id: value.id, rev: value.rev, ...words })
      : outbox.act(addValue, { id: newId(), ...words });
  });
  const problems = [problemOf(linesOf(adopt)), problemOf(linesOf(refuse))];
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (title.trim() === '' || problems.some(Boolean)) return focusFirstProblem(event.target);
    const done = await task.run(undefined);
    if (!done?.ok) return focusFirstProblem(event.target);
    announce(`Saved: ${title}`);
    onDone();
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Field
        ref={first}
        label="The value"
        hint="A word or two: candour, kindness with rigour."
        value={title}
        onValue={setTitle}
        maxLength={120}
        problem={tried && title.trim() === '' ? 'Give it a name.' : task.problem && sentenceFor(task.problem)}
      />
      <TextArea
        label="What we do"
        hint="One behaviour a line, such as: we say what did not work first."
        rows={4}
        value={adopt}
        onValue={setAdopt}
        problem={tried ? problems[0] : undefined}
      />
      <TextArea
        label="What we do not tolerate"
        hint="One behaviour a line, such as: comparing schools to blame one."
        rows={4}
        value={refuse}
        onValue={setRefuse}
        problem={tried ? problems[1] : undefined}
      />
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
