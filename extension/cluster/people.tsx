import { Member } from '../../shared/cluster/members.ts';
import { School } from '../../shared/cluster/schools.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { Invite } from './invite.tsx';
import './lists.css';
import { listed, roleWords } from './wording.ts';

/** Who is in, and a way to ask more in. */
export function People({ titled = true }: { titled?: boolean }) {
  const { view } = useReplica();
  const people = useLive(async () => {
    const schools = new Map((await view.list(School)).map(({ id, body }) => [id, body?.name]));
    const me = await view.me();
    return (await view.list(Member)).flatMap(({ id, body }) =>
      body && !body.left
        ? [
            {
              id,
              name: body.name,
              mine: id === me?.actor.member,
              role: body.role,
              schools: body.schools.flatMap((school) => schools.get(school) ?? []),
            },
          ]
        : [],
    );
  });
  return (
    <section class="stack" aria-labelledby="people-title">
      <h2 id="people-title" class={titled ? undefined : 'unseen'}>
        People
      </h2>
      <ul class="list">
        {people?.map(({ id, name, mine, role, schools }) => (
          <li key={id}>
            <span>
              {name}
              {mine && <span class="soft"> (you)</span>}
            </span>
            <span class="soft small">
              {roleWords[role].name}
              {schools.length > 0 && <> · {listed(schools)}</>}
            </span>
          </li>
        ))}
      </ul>
      {people?.length === 1 && (
        <p class="soft small">
          Only you so far. A second coordinator is a good beginning: then nobody can be locked out.
        </p>
      )}
      <Invite />
    </section>
  );
}
