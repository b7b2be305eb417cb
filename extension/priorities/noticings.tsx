import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { isOf, takesPart } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import { editNoticing, type Noticing, recordNoticing } from '../../shared/priorities/noticing.ts';
import type { Record } from '../../shared/record.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { useKept } from '../ui/use-kept.ts';
import { useTask } from '../ui/use-task.ts';
import { When } from '../ui/when.tsx';
import '../cluster/lists.css';
import { priorityAdvice } from './refusal-advice.ts';
import { nameAmid, schoolIn, useScene } from './scene.ts';

/** What something noticed is about; neither is the figures at large. */
export type About = Pick<Noticing, 'indicator' | 'priority'>;

/** What was noticed, everyone's, and by which school. */
export function NoticingList({ noticings }: { noticings: readonly Record<Noticing>[] }) {
  if (noticings.length === 0) return null;
  return (
    <ul class="list noticings">
      {noticings.map((one) => (
        <OneNoticing key={one.id} noticing={one} />
      ))}
    </ul>
  );
}

function OneNoticing({ noticing: { id, rev, body } }: { noticing: Record<Noticing> }) {
  const { outbox } = useReplica();
  const scene = useScene();
  const [editing, setEditing] = useState<string>();
  const task = useTask((text: string) => outbox.act(editNoticing, { id, rev, text }));
  if (!body) return null;
  const about =
    scene.indicators.find((one) => one.id === body.indicator)?.body?.name ??
    scene.priorities.find((one) => one.id === body.priority)?.body?.title;
  const save = async () => {
    if (editing?.trim() && (await task.run(editing))?.ok) {
      announce('Saved on this device');
      setEditing(undefined);
    }
  };
  return (
    <li>
      <span class="small soft">
        {schoolIn(scene, body.school)}
        {about && ` · ${about}`} · {nameAmid(scene, body.by)}, <When at={body.at} />
        {body.edited && ' (edited)'}
      </span>
      {editing === undefined ? (
        <span class="written">{body.text}</span>
      ) : (
        <TextArea label="What you noticed" rows={3} maxLength={4000} value={editing} onValue={setEditing} />
      )}
      {task.problem && <Alert>{priorityAdvice(task.problem, scene)}</Alert>}
      <div class="row">
        {body.by === scene.me.member && editing === undefined && (
          <Button look="quiet" onPress={() => setEditing(body.text)}>
            Edit
          </Button>
        )}
        {editing !== undefined && (
          <>
            <Button busy={task.busy} onPress={save}>
              Save changes
            </Button>
            <Button look="quiet" onPress={() => setEditing(undefined)}>
              Cancel
            </Button>
          </>
        )}
        {editing === undefined && (
          <RedactButton
            kind="noticing"
            id={id}
            words={body.text}
            label={`what ${schoolIn(scene, body.school)} noticed`}
          />
        )}
      </div>
    </li>
  );
}

interface NoticeFormProps {
  /** What it is about, where that is given. Without, the person chooses. */
  about?: About;
  /** For which school, where that is given. */
  school?: string;
}

/** One school writes what it noticed. */
export function NoticeForm({ about, school: given }: NoticeFormProps) {
  const { outbox } = useReplica();
  const scene = useScene();
  const subject = about?.priority ?? about?.indicator ?? 'all';
  const [text, setText, forget] = useKept(`notice ${given ?? ''} ${subject}`, '');
  const [chosen, setChosen] = useState('');
  const [on, setOn] = useState('all');
  const mine = scene.schools.filter((one) => takesPart(one) && isOf(scene.me, one));
  const school = given ?? (mine.some(({ id }) => id === chosen) ? chosen : mine[0]?.id);
  const task = useTask(async () => {
    if (!school) return { ok: false, problem: { code: 'not-for-school' } };
    const [kind, id] = on.split(' ');
    const meant = about ?? (kind === 'indicator' ? { indicator: id } : kind === 'priority' ? { priority: id } : {});
    return outbox.act(recordNoticing, { id: newId(), school, text, ...meant });
  });
  if (!school || !can(scene.me, recordNoticing.capability)) {
    return <p class="small soft">People of a school write what it noticed.</p>;
  }
  // What was written of all the figures is no word on one priority; whoever wrote it should not wonder where it went.
  const atLarge = scene.noticings.findLast(
    ({ body }) => body?.school === school && body.priority === undefined && body.indicator === undefined,
  )?.body;
  const save = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    if (!(await task.run(undefined))?.ok) return;
    announce('Written down');
    forget();
  };
  const abouts = [
    { value: 'all', label: 'All the figures' },
    ...scene.indicators.flatMap(({ id, body }) =>
      body && !body.retired ? [{ value: `indicator ${id}`, label: body.name }] : [],
    ),
    ...scene.priorities.flatMap(({ id, body }) =>
      body && (body.state === 'proposed' || body.state === 'agreed')
        ? [{ value: `priority ${id}`, label: body.title }]
        : [],
    ),
  ];
  return (
    <form class="stack" onSubmit={save}>
      {!given && mine.length > 1 && (
        <Select
          label="For"
          value={school}
          options={mine.map(({ id, body }) => ({ value: id, label: body?.name ?? '' }))}
          onValue={setChosen}
        />
      )}
      {!about && abouts.length > 1 && <Select label="About" value={on} options={abouts} onValue={setOn} />}
      {about?.priority !== undefined && atLarge && (
        <p class="small soft">
          Written already of all the figures: ‘{atLarge.text}’ What do you notice in those of this priority?
        </p>
      )}
      <TextArea
        label={`What ${schoolIn(scene, school)} noticed`}
        hint="What stands out, what surprises, what you would like to ask another school."
        rows={3}
        maxLength={4000}
        value={text}
        onValue={setText}
      />
      {task.problem && <Alert>{priorityAdvice(task.problem, scene)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy}>
          Write it down
        </Button>
      </div>
    </form>
  );
}
