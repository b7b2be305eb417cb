import { useState } from 'preact/hooks';
import { Member } from '../../shared/cluster/members.ts';
import type { Role } from '../../shared/cluster/roles.ts';
import { School } from '../../shared/cluster/schools.ts';
import { Evidence as EvidenceKind } from '../../shared/evidence/evidence.ts';
import { type Silence, whoIsMissing } from '../../shared/evidence/missing.ts';
import { Response } from '../../shared/evidence/response.ts';
import { Tag } from '../../shared/evidence/tags.ts';
import { Weighing } from '../../shared/evidence/weighing.ts';
import { Priority } from '../../shared/priorities/priority.ts';
import { listed } from '../cluster/wording.ts';
import { usePriorities } from '../priorities/use-priorities.ts';
import { useReplica } from '../ui/replica.ts';
import { hrefTo } from '../ui/route.ts';
import { Select } from '../ui/select.tsx';
import { ThreadEdge } from '../ui/thread-edge.tsx';
import type { Thread } from '../ui/threads.ts';
import { useLive } from '../ui/use-live.ts';
import './missing.css';
import { PupilGroups } from './pupil-groups.tsx';

const kinds = {
  schools: School,
  members: Member,
  tags: Tag,
  priorities: Priority,
  weighings: Weighing,
  responses: Response,
};

const day = 86_400_000;
const spans = [
  { value: '90', label: 'the last three months' },
  { value: '180', label: 'the last six months' },
  { value: '365', label: 'the last year' },
  { value: '1461', label: 'the last four years' },
] as const;
type Span = (typeof spans)[number]['value'];

const several: { [role in Role]: string } = {
  coordinator: 'coordinators',
  head: 'heads',
  leader: 'leaders',
  observer: 'observers',
};
const voiceWords = { pupils: 'pupils', families: 'families' } as const;

/** Whose voice a cluster has not heard, per priority, so that somebody can be asked. */
export function MissingSection() {
  const { view } = useReplica();
  const priorities = usePriorities();
  const [span, setSpan] = useState<Span>('180');
  const scene = useLive(async () => {
    const since = Math.floor(Date.now() / day) * day - Number(span) * day;
    const [{ schools, members, tags, priorities: all, weighings, responses }, evidence] = await Promise.all([
      view.lists(kinds),
      view.evidenceSince(since),
    ]);
    const groups = tags.flatMap(({ body }) => (body?.group ? [body.name] : []));
    const nameOf = (id: string) => schools.find((school) => school.id === id)?.body?.name ?? '';
    const looks = [
      ...weighings.flatMap(({ body }) => body ?? []),
      ...responses.flatMap(({ body }) =>
        body?.to.kind === EvidenceKind.kind ? [{ evidence: body.to.id, by: body.by }] : [],
      ),
    ];
    const silences = whoIsMissing({ priorities: all, schools, members, evidence, groups, looks }, since);
    return { silences, nameOf };
  }, [span]);
  if (!priorities || !scene) return null;
  return (
    <section class="stack" aria-labelledby="missing-title">
      <h2 id="missing-title">Who is missing?</h2>
      <p class="soft prose-width">
        A log shows who spoke. This shows who has not yet, so that somebody can ask them. Silence is rarely a lack of
        interest: it may be a lack of time, or of an invitation.
      </p>
      <div class="prose-width">
        <Select label="Looking at" value={span} options={spans} onValue={setSpan} />
      </div>
      {scene.silences.length === 0 && <p class="soft">Once a priority is proposed, this is told for each.</p>}
      <ul class="silences">
        {scene.silences.map((silence) => {
          const thread = priorities.find(({ id }) => id === silence.priority);
          return thread && <SilenceItem key={silence.priority} {...{ silence, thread }} nameOf={scene.nameOf} />;
        })}
      </ul>
      <PupilGroups />
    </section>
  );
}

interface SilenceItemProps {
  silence: Silence;
  thread: Thread;
  nameOf: (school: string) => string;
}

function SilenceItem({ silence, thread, nameOf }: SilenceItemProps) {
  const { count, schools, roles, groups, voices, unanswered } = silence;
  const heardAll = schools.length + roles.length + groups.length + voices.length === 0;
  return (
    <li class="silence">
      <ThreadEdge threads={[thread]} />
      <h3>{thread.title}</h3>
      {count === 0 ? (
        <p>Nothing has been saved for it in this time. Who could begin?</p>
      ) : (
        <>
          {heardAll && <p>Everyone has been heard.</p>}
          {schools.length > 0 && <p>Not heard from yet: {listed(schools.map(nameOf))}.</p>}
          {roles.length > 0 && <p>Nothing yet from {listed(roles.map((role) => several[role]))}.</p>}
          {groups.length > 0 && <p>Nothing yet speaks of {listed(groups)}.</p>}
          {unanswered.length > 0 && (
            <p>
              What {listed(unanswered.map(nameOf))} gave waits for a word from somebody else.{' '}
              <a href={hrefTo('review')}>Look at it</a>
            </p>
          )}
          {voices.length > 0 && <p>Nothing yet in the voice of {listed(voices.map((voice) => voiceWords[voice]))}.</p>}
        </>
      )}
    </li>
  );
}
