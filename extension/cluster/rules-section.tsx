import { Acceptance, acceptRules, Rules, wordRules } from '../../shared/cluster/engagement.ts';
import { Member } from '../../shared/cluster/members.ts';
import { can } from '../../shared/cluster/roles.ts';
import { newId } from '../../shared/ids.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { useMe } from './use-me.ts';
import { listed } from './wording.ts';
import { Wordings } from './wordings.tsx';

/** How we deal with each other: read on joining, and each member's word that they will keep to it. */
export function RulesSection() {
  const me = useMe();
  return (
    <section class="stack" aria-labelledby="rules-title">
      <h2 id="rules-title">Rules of engagement</h2>
      <Wordings
        kind={Rules}
        action={wordRules}
        refused={me && !can(me.actor, 'rules.word') ? 'Heads and coordinators word the rules.' : undefined}
        label="Rules of engagement"
        hint="How do you challenge each other, keep confidence, and decide? A few lines are plenty."
        empty="None yet. They are shown to everyone who joins, who then says that they will keep to them."
        maxLength={8000}
      >
        {(present) => <Accepted rules={present} />}
      </Wordings>
    </section>
  );
}

function Accepted({ rules }: { rules: Record<Rules> }) {
  const { outbox, view } = useReplica();
  const me = useMe();
  const scene = useLive(
    async () => ({
      members: (await view.list(Member)).filter(({ body }) => body && !body.left),
      given: new Set((await view.list(Acceptance)).flatMap(({ body }) => (body?.rules === rules.id ? [body.by] : []))),
    }),
    [rules.id],
  );
  if (!scene || !me) return null;
  const waiting = scene.members.filter(({ id }) => !scene.given.has(id));
  const accept = async () => {
    const done = await outbox.act(acceptRules, { id: newId(), rules: rules.id });
    if (done.ok) announce('Noted: you have read them and will keep to them.');
  };
  return (
    <>
      {!scene.given.has(me.actor.member) && (
        <div class="row">
          <Button look="main" onPress={accept}>
            I have read them and will keep to them
          </Button>
        </div>
      )}
      <p class="small">
        {waiting.length === 0
          ? 'Everyone has read them and will keep to them.'
          : `${scene.members.length - waiting.length} of ${scene.members.length} members have read them and will keep to them.`}
      </p>
      {waiting.length > 0 && (
        <Disclosure summary="Who has yet to read them">
          <p class="soft">{listed(waiting.map(({ body }) => body?.name ?? ''))}</p>
        </Disclosure>
      )}
    </>
  );
}
