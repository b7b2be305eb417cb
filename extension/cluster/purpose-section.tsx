import { Affirmation, affirmPurpose, Purpose, wordPurpose } from '../../shared/cluster/purpose.ts';
import { statesOnlyAResult } from '../../shared/cluster/purpose-words.ts';
import { can } from '../../shared/cluster/roles.ts';
import { School, takesPart } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { When } from '../ui/when.tsx';
import { type Me, useMe } from './use-me.ts';
import { usePeople } from './use-people.ts';
import { Wordings } from './wordings.tsx';

/** Why: the purpose, written together, and each school's word that it is theirs. */
export function PurposeSection() {
  const me = useMe();
  return (
    <section class="stack" aria-labelledby="purpose-title">
      <h2 id="purpose-title">Why we are together</h2>
      <Wordings
        kind={Purpose}
        action={wordPurpose}
        refused={me && !can(me.actor, 'purpose.word') ? 'Observers read along.' : undefined}
        label="Our purpose"
        hint="What do you care about so much that it keeps you together when you hold each other to account?"
        empty="No purpose yet. Begin with a sentence; everyone can word it anew, and every wording is kept."
        maxLength={2000}
        advise={(text) => statesOnlyAResult(text) && <OnlyAResult />}
      >
        {(present) => <Affirmations purpose={present} me={me} />}
      </Wordings>
    </section>
  );
}

function OnlyAResult() {
  return (
    <div class="prose-width">
      <Notice>
        <p>
          This names a result. Results follow; a purpose says why these schools stand together for them, and is worth
          holding each other to when it is hard.
        </p>
        <p class="soft">
          For example: ‘No child in our valley should have to hide that they cannot read. Each of us answers for all of
          them.’
        </p>
      </Notice>
    </div>
  );
}

/** Each school that takes part, and whether its head has said that this purpose is its own. */
function Affirmations({ purpose, me }: { purpose: Record<Purpose>; me: Me | undefined }) {
  const { outbox, view } = useReplica();
  const people = usePeople();
  const scene = useLive(
    async () => ({
      schools: (await view.list(School)).filter(takesPart),
      given: (await view.list(Affirmation)).filter(({ body }) => body?.purpose === purpose.id),
    }),
    [purpose.id],
  );
  if (!scene || !me) return null;
  const { schools, given } = scene;
  const affirm = async (school: Record<School>) => {
    const done = await outbox.act(affirmPurpose, { id: newId(), purpose: purpose.id, school: school.id });
    if (done.ok) announce(`Affirmed for ${school.body?.name}`);
  };
  if (schools.length === 0) return <p class="soft small">Add the schools under People; then each can affirm it.</p>;
  return (
    <>
      <p class="small">
        {given.length === schools.length
          ? 'Every school has affirmed it.'
          : `${given.length} of ${schools.length} schools have affirmed it.`}
      </p>
      <ul class="affirmed">
        {schools.map((school) => {
          const word = given.find(({ body }) => body?.school === school.id)?.body;
          const mine = me.speaksFor.some(({ id }) => id === school.id);
          return (
            <li key={school.id}>
              <span aria-hidden="true">{word ? '✓' : '·'}</span>
              <span>{school.body?.name}</span>
              {word ? (
                <span class="soft small">
                  {people?.nameOf(word.by)} · <When at={word.at} />
                </span>
              ) : mine ? (
                <Button look="main" label={`Affirm it for ${school.body?.name}`} onPress={() => affirm(school)}>
                  Affirm it
                </Button>
              ) : (
                <span class="soft small">not yet</span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
