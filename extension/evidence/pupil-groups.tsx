import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { editTag, markTag, Tag, tagKey } from '../../shared/evidence/tags.ts';
import { newId } from '../../shared/ids.ts';
import { useMe } from '../cluster/use-me.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { useTask } from '../ui/use-task.ts';

/** Groups that many clusters watch; offered until they are marked. */
const common = ['Disadvantaged', 'SEND', 'EAL', 'Looked after', 'Young carers'];

/** Which tags stand for groups of pupils: only these are looked for among who is missing. */
export function PupilGroups() {
  const { outbox, view } = useReplica();
  const me = useMe();
  const tags = useLive(() => view.list(Tag));
  const [name, setName] = useState('');
  const task = useTask(async (named: string) => {
    const known = tags?.find(({ body }) => body && tagKey(body.name) === tagKey(named));
    if (known?.body?.group) return { ok: true as const, value: undefined };
    return known
      ? outbox.act(editTag, { id: known.id, rev: known.rev, group: true })
      : outbox.act(markTag, { id: newId(), name: named, group: true });
  });
  if (!tags || !me) return null;
  const groups = tags.filter(({ body }) => body?.group);
  const offered = common.filter((one) => !groups.some(({ body }) => body && tagKey(body.name) === tagKey(one)));
  const may = can(me.actor, 'tag.mark');
  const mark = async (named: string) => {
    const done = await task.run(named);
    if (done?.ok) announce(`${named} is watched as a group of pupils.`);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (name.trim() === '') return;
    await mark(name);
    setName('');
  };
  return (
    <Disclosure summary={`Groups of pupils that we watch${groups.length > 0 ? ` (${groups.length})` : ''}`}>
      <div class="stack prose-width">
        <p class="soft">
          Tags that stand for a group of pupils. Tag evidence with them, and silence about one shows above.
        </p>
        <ul class="row">
          {groups.map(({ id, rev, body }) => (
            <li key={id}>
              {body?.name}{' '}
              {may && (
                <Button
                  look="quiet"
                  label={`Take away ${body?.name}`}
                  onPress={() => outbox.act(editTag, { id, rev, group: false })}
                >
                  Take away
                </Button>
              )}
            </li>
          ))}
        </ul>
        {may && (
          <>
            <div class="row">
              {offered.map((one) => (
                <Button key={one} label={`Watch ${one}`} onPress={() => mark(one)}>
                  {`Watch ${one}`}
                </Button>
              ))}
            </div>
            <form class="stack" onSubmit={submit}>
              <Field
                label="Another group"
                value={name}
                onValue={setName}
                maxLength={60}
                problem={task.problem && sentenceFor(task.problem)}
              />
              <div class="row">
                <Button type="submit" busy={task.busy}>
                  Watch it
                </Button>
              </div>
            </form>
          </>
        )}
      </div>
    </Disclosure>
  );
}
