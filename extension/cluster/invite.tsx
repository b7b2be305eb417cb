import { useState } from 'preact/hooks';
import { can, type Role } from '../../shared/cluster/roles.ts';
import { School } from '../../shared/cluster/schools.ts';
import type { Link } from '../replica/access.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { Later } from '../ui/later.tsx';
import { useReplica } from '../ui/replica.ts';
import { Select } from '../ui/select.tsx';
import { useLive } from '../ui/use-live.ts';
import { useTask } from '../ui/use-task.ts';
import { IssuedLink } from './issued-link.tsx';
import { ReachProblem } from './reach-problem.tsx';
import { roleOptions } from './wording.ts';

/** A whole number between two others, from what was typed. */
const within = (text: string, least: number, most: number) =>
  Math.min(most, Math.max(least, Math.round(Number(text)) || least));

const message = () => import('./copy-message.tsx').then(({ CopyMessage }) => CopyMessage);

interface InviteProps {
  /** The cluster's name, for a message to send with the link. */
  cluster?: string;
  onMade?: () => unknown;
}

/** Makes a link that lets people in. */
export function Invite({ cluster, onMade }: InviteProps) {
  const { access, view } = useReplica();
  const me = useLive(() => view.me());
  const schools = useLive(() => view.list(School));
  const [role, setRole] = useState<Role>('leader');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [uses, setUses] = useState('1');
  const [days, setDays] = useState('14');
  const [made, setMade] = useState<Link & { uses: number; role: Role; schools: readonly string[] }>();
  const task = useTask(() =>
    access.invite({ role, schools: [...chosen], uses: within(uses, 1, 100), days: within(days, 1, 90) }),
  );
  const nameOf = (school: string) => schools?.find(({ id }) => id === school)?.body?.name;
  if (!me) return null;
  if (!can(me.actor, 'member.invite')) return <p class="soft small">A coordinator can invite more people.</p>;
  const submit = async (event: Event) => {
    event.preventDefault();
    const link = await task.run(undefined);
    if (!link?.ok) return;
    setMade({ ...link.value, uses: within(uses, 1, 100), role, schools: chosen });
    onMade?.();
  };
  return (
    <Disclosure summary="Invite somebody">
      <form class="stack" onSubmit={submit} noValidate>
        <Select label="As" value={role} options={roleOptions} onValue={setRole} />
        {schools && schools.length > 0 && (
          <fieldset class="group">
            <legend>For</legend>
            <div>
              {schools.map(({ id, body }) => (
                <Choice
                  key={id}
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChecked={(on) => setChosen(on ? [...chosen, id] : chosen.filter((other) => other !== id))}
                >
                  {body?.name}
                </Choice>
              ))}
            </div>
          </fieldset>
        )}
        <Field label="How many people may use it" inputMode="numeric" value={uses} onValue={setUses} />
        <Field label="For how many days" inputMode="numeric" value={days} onValue={setDays} />
        {task.problem && <ReachProblem problem={task.problem} />}
        <div class="row">
          <Button type="submit" busy={task.busy}>
            Make a link
          </Button>
        </div>
        {made && (
          <IssuedLink link={made.link} expires={made.expires}>
            {made.uses === 1 ? 'One person can use it, once.' : `${made.uses} people can use it.`}
          </IssuedLink>
        )}
        {made && cluster && (
          <Later
            key={made.link}
            load={message}
            props={{ words: { cluster, ...made, schools: made.schools.flatMap((id) => nameOf(id) ?? []) } }}
          />
        )}
      </form>
    </Disclosure>
  );
}
