import type { Action, SentAction } from '../../shared/action.ts';
import { actions } from '../../shared/actions.ts';
import type { Record } from '../../shared/record.ts';
import type { OutboxRow } from '../replica/database.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Alert, Notice } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { useTask } from '../ui/use-task.ts';
import { priorityAdvice } from './refusal-advice.ts';
import { type Scene, schoolIn, useScene } from './scene.ts';

/** What each action was, in the words of its author's screen. */
const whats: { [action: string]: string } = {
  'priority.propose': 'You proposed a priority',
  'priority.edit': 'You changed a priority',
  'priority.drop': 'You dropped a proposal',
  'priority.revive': 'You proposed it again',
  'priority.agree': 'You agreed',
  'priority.object': 'You objected',
  'priority.confirm': 'You confirmed that it is agreed',
  'priority.adopt': 'You took over an agreement',
  'priority.close': 'You closed a priority',
  'indicator.add': 'You added an indicator',
  'indicator.edit': 'You changed an indicator',
  'noticing.record': 'You wrote what was noticed',
  'noticing.edit': 'You changed what was noticed',
  'reading.enter': 'You entered a figure',
  'reading.withdraw': 'You took a figure back',
  'baseline.set': 'You set where a school starts from',
  'school.mark': 'You marked a school',
  'school.appoint': 'You named who acts for a school',
};

type Body = { [field: string]: unknown };

/** The words that its author typed, so that none is lost. */
const wordsOf = ({ body }: SentAction): string[] =>
  ['title', 'name', 'description', 'alone', 'objection', 'text', 'reason', 'minuted', 'learned', 'kept', 'value']
    .map((field) => (body as Body)[field])
    .flatMap((said) => (typeof said === 'string' || typeof said === 'number' ? [String(said)] : []));

/** What it is about: a school, a priority, an indicator. */
function aboutOf({ body }: SentAction, scene: Scene): string | undefined {
  const { id, school, priority, indicator } = body as { [field: string]: string | undefined };
  const titled = scene.priorities.find((one) => one.id === (priority ?? id))?.body?.title;
  const named = scene.indicators.find((one) => one.id === (indicator ?? id))?.body?.name;
  return [titled ?? named, school && schoolIn(scene, school)].filter(Boolean).join(' · ') || undefined;
}

/** What was done here about priorities and not accepted: it stays, with its words, until its author decides. */
export function Refused() {
  const { outbox } = useReplica();
  const rows = useLive(async () => (await outbox.rows()).filter((row) => row.state === 'refused'));
  const ours = (rows ?? []).filter(({ group: [first] }) => first && whats[first.name]);
  if (ours.length === 0) return null;
  return (
    <section class="stack measure" aria-label="Not accepted">
      {ours.map((row) => (
        <RefusedGroup key={row.id} row={row} />
      ))}
    </section>
  );
}

function RefusedGroup({ row }: { row: OutboxRow }) {
  const { outbox } = useReplica();
  const scene = useScene();
  const { id, group, problem } = row;
  const [first] = group;
  const again = useTask(() => outbox.actTogether(renewed(group, scene), id));
  if (!first) return null;
  const about = aboutOf(first, scene);
  const words = group.flatMap(wordsOf);
  const retry = async () => {
    if ((await again.run(undefined))?.ok) announce('Sent again');
  };
  const takeAway = async () => {
    await outbox.discard(id);
    announce('Taken away');
  };
  return (
    <Notice look="trouble">
      <p>
        {whats[first.name]}
        {group.length > 1 && ` and ${group.length - 1} more`}
        {about && `: ${about}`}. It was not accepted.
      </p>
      <p>{problem && priorityAdvice(problem, scene)}</p>
      {words.length > 0 && <p class="small">{words.slice(0, 6).join(' · ')}</p>}
      {again.problem && <Alert>{priorityAdvice(again.problem, scene)}</Alert>}
      <div class="row">
        <Button busy={again.busy} onPress={retry}>
          {problem?.code === 'stale' ? 'Do it on what stands now' : 'Try again'}
        </Button>
        {words.length > 0 && <CopyButton text={words.join('\n\n')}>Copy the words</CopyButton>}
        <Button look="quiet" onPress={takeAway}>
          Take it away
        </Button>
      </div>
    </Notice>
  );
}

/** The same actions on the records as they stand now: their author has seen these. */
function renewed(group: readonly SentAction[], scene: Scene): { action: Action; body: unknown }[] {
  const known: readonly Record[] = [
    ...scene.priorities,
    ...scene.indicators,
    ...scene.noticings,
    ...scene.readings,
    ...scene.schools,
  ];
  return group.flatMap(({ name, body }) => {
    const action = actions.get(name);
    if (!action) return [];
    const { id, rev, wording, priority } = body as Body;
    const present = known.find((one) => one.id === id);
    const worded = scene.priorities.find((one) => one.id === priority)?.body;
    return [
      {
        action,
        body: {
          ...(body as Body),
          ...(rev !== undefined && present && { rev: present.rev }),
          ...(wording !== undefined && worded && { wording: worded.wording ?? 0 }),
        },
      },
    ];
  });
}
