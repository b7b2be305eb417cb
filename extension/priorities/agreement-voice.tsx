import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { type School, speaksFor, takesPart } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import { agreePriority, objectPriority } from '../../shared/priorities/agreement.ts';
import type { Priority } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { TextArea } from '../ui/text-area.tsx';
import { useKept } from '../ui/use-kept.ts';
import { useOpened } from '../ui/use-opened.ts';
import { useTask } from '../ui/use-task.ts';
import { standOf } from './agreement-words.ts';
import { BaselineChoice } from './baseline-choice.tsx';
import { NoticeForm } from './noticings.tsx';
import { priorityAdvice } from './refusal-advice.ts';
import { useScene } from './scene.ts';

/** For each school in whose name we may speak: what it has yet to do, and its word. */
export function AgreementVoices({ priority }: { priority: Record<Priority> & { body: Priority } }) {
  const scene = useScene();
  if (!can(scene.me, agreePriority.capability)) return null;
  const mine = scene.schools.filter((school) => takesPart(school) && speaksFor(scene.me, school));
  return (
    <>
      {mine.map((school) => (
        <Voice key={school.id} priority={priority} school={school} />
      ))}
    </>
  );
}

interface VoiceProps {
  priority: Record<Priority> & { body: Priority };
  school: Record<School>;
}

function Voice({ priority, school }: VoiceProps) {
  const { outbox } = useReplica();
  const scene = useScene();
  const [objecting, setObjecting] = useState(false);
  const { inside, opener } = useOpened<HTMLTextAreaElement>(objecting);
  const [reason, setReason, forget] = useKept(`object ${priority.id} ${school.id}`, '');
  const [tried, setTried] = useState(false);
  const name = school.body?.name ?? '';
  const { lacks, word, earlier } = standOf(scene, priority, school.id);
  const speech = { priority: priority.id, school: school.id, wording: priority.body.wording ?? 0 };
  const agreeing = useTask(() => outbox.act(agreePriority, { id: newId(), ...speech }));
  const objection = useTask(() => outbox.act(objectPriority, { id: newId(), ...speech, objection: reason }));
  const agree = async () => {
    if (!(await agreeing.run(undefined))?.ok) return;
    announce(`${name} agrees`);
    setObjecting(false);
  };
  const object = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return focusFirstProblem(event.target);
    if (!(await objection.run(undefined))?.ok) return;
    announce(`${name} objects`);
    setObjecting(false);
    forget();
    setTried(false);
  };
  const agrees = word && word.objection === undefined;
  const todo = lacks.filter((lack) => lack !== 'objection').length;
  return (
    <section class="voice stack" aria-label={`For ${name}`}>
      <h3>{todo === 0 && agrees ? `${name} has done its part` : `For ${name}, yet to do`}</h3>
      {lacks.includes('nothing-measured') && (
        <p>{priorityAdvice({ code: 'nothing-measured', detail: school.id }, scene)}</p>
      )}
      {lacks.includes('no-baseline') && <BaselineChoice priority={priority.id} school={school.id} />}
      {lacks.includes('nothing-noticed') && <NoticeForm about={{ priority: priority.id }} school={school.id} />}
      {earlier && (
        <p class="small soft">{name} spoke on an earlier wording. It reads differently now, so it is asked again.</p>
      )}
      {agreeing.problem && <Alert>{priorityAdvice(agreeing.problem, scene)}</Alert>}
      {!objecting && (
        <div class="row">
          {!agrees && (
            <Button
              look="main"
              busy={agreeing.busy}
              label={`${word ? 'Agree after all' : 'Agree'} for ${name}`}
              onPress={agree}
            >
              {word ? 'Agree after all' : 'Agree'}
            </Button>
          )}
          <Button
            ref={opener}
            look={agrees ? 'quiet' : 'plain'}
            label={`${word?.objection === undefined ? 'Object' : 'Object in other words'} for ${name}`}
            onPress={() => setObjecting(true)}
          >
            {word?.objection === undefined ? 'Object' : 'Object in other words'}
          </Button>
        </div>
      )}
      {objecting && (
        <form class="stack" onSubmit={object} noValidate>
          <TextArea
            ref={inside}
            label={`Why ${name} objects`}
            hint="Everybody in the cluster reads it. What would have to change?"
            rows={3}
            maxLength={2000}
            value={reason}
            onValue={setReason}
            problem={tried && reason.trim() === '' ? 'An objection needs its reason.' : undefined}
          />
          {objection.problem && <Alert>{priorityAdvice(objection.problem, scene)}</Alert>}
          <div class="row">
            <Button type="submit" busy={objection.busy}>
              Say so
            </Button>
            <Button look="quiet" onPress={() => setObjecting(false)}>
              Cancel
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
