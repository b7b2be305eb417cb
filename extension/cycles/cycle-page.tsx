import { useRef, useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { type Cycle, editCycle, stages } from '../../shared/cycles/cycle.ts';
import { gatheredIn } from '../../shared/cycles/gathering.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { Responses } from '../evidence/responses.tsx';
import { printPage } from '../platform/tabs.ts';
import { dayInWords } from '../priorities/priority-words.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Alert } from '../ui/notice.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';
import { hrefTo } from '../ui/route.ts';
import { ThreadMark } from '../ui/thread-mark.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { When } from '../ui/when.tsx';
import { ActivityLines } from './activity-list.tsx';
import { CloseCycle } from './close-cycle.tsx';
import { CycleFields, cycleBody, cycleDraft } from './cycle-fields.tsx';
import { CycleFigures } from './cycle-figures.tsx';
import { cycleAdvice, stageWords, standsAt, verdictWords } from './cycle-words.ts';
import { Gather } from './gather.tsx';
import { Pieces } from './pieces.tsx';
import { Reflection } from './reflection.tsx';
import { Trials } from './trials.tsx';
import { nameOf, useCycles, type Whole } from './use-cycles.ts';

/** One cycle, as a story: what was asked, who tried what, what was seen, and what came of it. */
export function CyclePage({ id }: { id: string }) {
  const scene = useCycles();
  const cycle = scene.cycles.find((one) => one.id === id);
  if (!cycle) {
    return (
      <>
        <PlaceTitle>Not here</PlaceTitle>
        <p>
          There is no such cycle in the log of this device. <a href={hrefTo('cycles')}>All cycles</a>
        </p>
      </>
    );
  }
  const { body } = cycle;
  const priority = scene.priorities.find((one) => one.id === body.priority);
  const dates = [body.starts && `from ${dayInWords(body.starts)}`, body.ends && `to ${dayInWords(body.ends)}`];
  const may = !body.closed && can(scene.me, editCycle.capability);
  const activities = scene.activities.filter((one) => one.body.cycle === id);
  return (
    <>
      <p class="small no-print">
        <a href={hrefTo('cycles')}>All cycles</a>
      </p>
      <article class="story stack wide">
        <header class="stack tight">
          {priority && (
            <p class="small soft">
              <ThreadMark thread={{ ...priority.body, proposed: priority.body.state === 'proposed' }} />{' '}
              <a href={hrefTo('priorities', priority.id)}>{priority.body.title}</a>
            </p>
          )}
          <PlaceTitle>{body.question}</PlaceTitle>
          <p class="small soft">
            {[...body.members.map((member) => nameOf(scene, member)), dates.filter(Boolean).join(' ')]
              .filter(Boolean)
              .join(' · ') || 'Nobody is named yet'}
          </p>
        </header>
        {body.closed ? <Decided cycle={body} /> : <Stages cycle={cycle} may={may} />}
        <Trials cycle={cycle} />
        <section class="stack" aria-labelledby="activities">
          <h2 id="activities">What we did together</h2>
          <ActivityLines
            activities={activities}
            none="No activity yet: a visit, a lesson planned together, a course."
          />
          {may && (
            <p class="no-print">
              <a href={hrefTo('activities', 'new', id)}>Plan an activity for it</a>
            </p>
          )}
        </section>
        <Seen cycle={cycle} open={may} />
        <CycleFigures indicators={body.indicators} {...(priority && { thread: priority.body.thread })} />
        {!body.closed && <Reflection cycle={cycle} />}
        <Responses to={{ kind: 'cycle', id }} titled />
        {may && (
          <div class="no-print">
            <Disclosure summary="Question, people, figures and dates">
              <Edit key={cycle.rev} cycle={cycle} />
            </Disclosure>
            <Disclosure summary="Close it with a decision" open={body.stage === 'reflect'} key={body.stage}>
              <CloseCycle cycle={cycle} />
            </Disclosure>
          </div>
        )}
        <div class="row no-print">
          <Button onPress={printPage}>Print</Button>
          <RedactButton kind="cycle" id={id} words={body.question} label={body.question} />
        </div>
      </article>
    </>
  );
}

function Decided({ cycle }: { cycle: Cycle }) {
  const scene = useCycles();
  const { closed } = cycle;
  if (!closed) return null;
  return (
    <section class="notice" aria-labelledby="decided">
      <h2 id="decided">{verdictWords[closed.verdict].did}</h2>
      <p class="story-words">{closed.reflection}</p>
      <p class="story-words">
        <b>For the others:</b> {closed.tell}
      </p>
      <p class="small soft">
        {nameOf(scene, closed.by)} · <When at={closed.at} />
      </p>
    </section>
  );
}

/** At which stage it is, and a step on or back. */
function Stages({ cycle: { id, rev, body }, may }: { cycle: Whole<Cycle>; may: boolean }) {
  const task = useAct();
  const row = useRef<HTMLDivElement>(null);
  const at = stages.indexOf(body.stage);
  const [back, on] = [stages[at - 1], stages[at + 1]];
  const move = async (stage: (typeof stages)[number]) => {
    if (!(await task.run([deed(editCycle, { id, rev, stage })]))?.ok) return;
    announce(`Now: ${stageWords[stage]}`);
    // The button that was pressed may be gone.
    requestAnimationFrame(() => row.current?.querySelector('button')?.focus());
  };
  return (
    <section class="stack" aria-label={`Stage: ${standsAt(body)}`}>
      <ol class="stages">
        {stages.map((stage) => (
          <li key={stage} aria-current={stage === body.stage ? 'step' : undefined}>
            {stageWords[stage]}
          </li>
        ))}
      </ol>
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      {may && (
        <div class="row no-print" ref={row}>
          {on && <Button onPress={() => move(on)}>Move on: {stageWords[on]}</Button>}
          {back && (
            <Button look="quiet" onPress={() => move(back)}>
              Back: {stageWords[back]}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

/** The evidence of a cycle, by the stage at which it was gathered. */
function Seen({ cycle: { id, body }, open }: { cycle: Whole<Cycle>; open: boolean }) {
  const { gatherings } = useCycles();
  const within = { kind: 'cycle' as const, id };
  const all = gatheredIn(gatherings, within);
  return (
    <section class="stack" aria-labelledby="seen">
      <h2 id="seen">What we saw</h2>
      {all.length === 0 && <p class="soft">No evidence yet. Without any, it cannot be adopted.</p>}
      {stages.map((stage) => {
        const its = all.filter((one) => (one.body.stage ?? 'plan') === stage);
        return its.length === 0 ? null : (
          <div key={stage} class="stack tight">
            <h3>{stageWords[stage]}</h3>
            <Pieces gathered={its} open={open} />
          </div>
        );
      })}
      {open && <Gather in={within} stage={body.stage} />}
    </section>
  );
}

function Edit({ cycle: { id, rev, body } }: { cycle: Whole<Cycle> }) {
  const [draft, setDraft] = useState(() => cycleDraft(body));
  const task = useAct();
  const empty = draft.question.trim() === '';
  const save = async (event: Event) => {
    event.preventDefault();
    if (empty) return;
    if ((await task.run([deed(editCycle, { ...cycleBody(draft), id, rev })]))?.ok) announce('Saved');
  };
  return (
    <form class="stack" aria-label="Change the cycle" onSubmit={save} noValidate>
      <CycleFields
        draft={draft}
        priority={body.priority}
        onDraft={(change) => setDraft({ ...draft, ...change })}
        problem={empty ? 'Say what you want to find out.' : undefined}
      />
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy}>
          Save changes
        </Button>
      </div>
    </form>
  );
}
