import { useRef, useState } from 'preact/hooks';
import { giveResponse, type ResponseHow, type respondedTo } from '../../shared/evidence/response.ts';
import { newId } from '../../shared/ids.ts';
import { announce } from '../ui/announce.tsx';
import { attempt } from '../ui/attempt.ts';
import { Button } from '../ui/button.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Alert } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { Select } from '../ui/select.tsx';
import { useKept } from '../ui/use-kept.ts';
import { useTask } from '../ui/use-task.ts';
import { MentionArea } from './mention-area.tsx';
import { namedIn } from './mentions.ts';
import { howWords } from './response-words.ts';
import { useNamed } from './use-named.ts';

/** What can be responded to. */
export interface RespondedTo {
  kind: (typeof respondedTo)[number];
  id: string;
}

interface ResponseFormProps {
  to: RespondedTo;
  /** The response that is answered. */
  answers?: string;
  /** What it begins with, where nothing was written yet. */
  begin?: { how: Exclude<ResponseHow, 'answer'>; text: string } | undefined;
  onDone: () => void;
}

type Asked = { how: Exclude<ResponseHow, 'answer'> | ''; text: string };

/** Says something to a thing, or answers what was said. What is written stays on the device until it is given. */
export function ResponseForm({ to, answers, begin, onDone }: ResponseFormProps) {
  const replica = useReplica();
  const all = useNamed();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const [said, say, forget] = useKept<Asked>(['respond', to.kind, to.id, answers ?? ''].join('/'), {
    how: begin?.how ?? '',
    text: begin?.text ?? '',
  });
  const task = useTask((how: ResponseHow) =>
    attempt(replica, giveResponse, {
      ...{ id: newId(), to, how, text: said.text, ...namedIn(said.text, all) },
      ...(answers && { answers }),
    }),
  );
  const lacks = { how: !answers && said.how === '', text: said.text.trim() === '' };
  const give = async () => {
    setTried(true);
    const how = answers ? 'answer' : said.how;
    if (lacks.how || lacks.text || how === '') return focusFirstProblem(form.current);
    const done = await task.run(how);
    if (!done?.ok) return;
    announce('Saved on this device');
    forget();
    onDone();
  };
  const names = all.map(({ id, name }) => ({ value: id, label: name }));
  const mention = (id: string) => {
    const one = all.find((each) => each.id === id);
    const before = said.text === '' || /\s$/.test(said.text) ? said.text : `${said.text} `;
    if (one) say({ ...said, text: `${before}@${one.name} ` });
  };
  return (
    <form
      class="stack response-form"
      aria-label={answers ? 'Answer' : 'Respond'}
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onDone();
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        void give();
      }}
    >
      {!answers && (
        <fieldset class="group">
          <legend>How do you see it?</legend>
          <div class="stances">
            {(Object.keys(howWords) as (keyof typeof howWords)[]).map((how) => (
              <button
                key={how}
                type="button"
                aria-pressed={said.how === how}
                onClick={() => say({ ...said, how })}
                {...(tried && lacks.how && { 'aria-describedby': 'response-how-problem' })}
              >
                {howWords[how].name}
              </button>
            ))}
          </div>
          {said.how !== '' && <span class="soft small">{howWords[said.how].means}</span>}
          {tried && lacks.how && (
            <span class="field-problem" id="response-how-problem">
              Choose one of the three.
            </span>
          )}
        </fieldset>
      )}
      <MentionArea
        label={answers ? 'Your answer' : 'What would you like to say?'}
        hint="@ names a person or a school: it waits for them then."
        value={said.text}
        onValue={(text) => say({ ...said, text })}
        all={all}
        focus
        problem={tried && lacks.text ? 'Write a sentence or two.' : undefined}
      />
      {names.length > 0 && (
        <Select
          label="Name somebody"
          value=""
          options={[{ value: '', label: 'Choose a person or a school' }, ...names]}
          onValue={mention}
        />
      )}
      {task.problem && <Alert>{sentenceFor(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy}>
          {answers ? 'Give the answer' : 'Say it'}
        </Button>
        <Button look="quiet" onPress={onDone}>
          Not now
        </Button>
      </div>
    </form>
  );
}
