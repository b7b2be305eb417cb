import { can } from '../../shared/cluster/roles.ts';
import { isOf } from '../../shared/cluster/schools.ts';
import { type Activity, editActivity, replyToActivity } from '../../shared/cycles/activity.ts';
import { gatheredIn } from '../../shared/cycles/gathering.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { Responses } from '../evidence/responses.tsx';
import { printPage } from '../platform/tabs.ts';
import { dayInWords, strandWords } from '../priorities/priority-words.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Alert } from '../ui/notice.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';
import { hrefTo } from '../ui/route.ts';
import { deed, useAct } from '../ui/use-act.ts';
import { When } from '../ui/when.tsx';
import { cycleAdvice } from './cycle-words.ts';
import { Gather } from './gather.tsx';
import { Pieces } from './pieces.tsx';
import { nameOf, schoolName, useCycles, type Whole } from './use-cycles.ts';
import { WriteUp } from './write-up.tsx';

/** One activity: the plan, what was seen, the host's word, and what will be done. */
export function ActivityPage({ id }: { id: string }) {
  const scene = useCycles();
  const activity = scene.activities.find((one) => one.id === id);
  if (!activity) {
    return (
      <>
        <PlaceTitle>Not here</PlaceTitle>
        <p>
          There is no such activity in the log of this device. <a href={hrefTo('activities')}>All activities</a>
        </p>
      </>
    );
  }
  const { body } = activity;
  const cycle = scene.cycles.find((one) => one.id === body.cycle);
  const may = can(scene.me, editActivity.capability);
  const host = scene.schools.find((school) => school.id === body.host);
  const within = { kind: 'activity' as const, id };
  const priorities = scene.priorities.filter((one) => body.priorities.includes(one.id));
  return (
    <>
      <p class="small no-print">
        <a href={hrefTo('activities')}>All activities</a>
      </p>
      <article class="story stack wide">
        <header class="stack tight">
          <p class="small soft">{strandWords[body.strand].name}</p>
          <PlaceTitle>{body.title}</PlaceTitle>
          {body.calledOff && (
            <p>
              <b>Called off</b> <When at={body.calledOff} />
            </p>
          )}
        </header>
        <dl class="stack">
          <Told title="When">
            {[body.on ? dayInWords(body.on) : 'No day yet', body.until && dayInWords(body.until)]
              .filter(Boolean)
              .join(' to ')}
          </Told>
          {host && <Told title="Host">{host.body.name}</Told>}
          {body.visitors.length > 0 && (
            <Told title="Schools that take part">{body.visitors.map((one) => schoolName(scene, one)).join(', ')}</Told>
          )}
          {body.members.length > 0 && (
            <Told title="People">{body.members.map((one) => nameOf(scene, one)).join(', ')}</Told>
          )}
          {body.focus && <Told title="Focus">{body.focus}</Told>}
          {priorities.length > 0 && <Told title="For">{priorities.map((one) => one.body.title).join(', ')}</Told>}
        </dl>
        {cycle && (
          <p>
            Part of <a href={hrefTo('cycles', cycle.id)}>{cycle.body.question}</a>
          </p>
        )}
        <WriteUp
          activity={activity}
          title="What we saw"
          ask="What did you see?"
          present={body.saw}
          may={may}
          deedOf={(text) => deed(editActivity, { id, rev: activity.rev, saw: text })}
        />
        {host && (
          <WriteUp
            activity={activity}
            title={`What ${host.body.name} says to that`}
            ask={`What does ${host.body.name} say?`}
            present={body.reply?.text}
            may={can(scene.me, replyToActivity.capability) && isOf(scene.me, host)}
            mayNot={`Somebody of ${host.body.name} writes this.`}
            deedOf={(text) => deed(replyToActivity, { id, rev: activity.rev, host: host.id, text })}
          />
        )}
        <WriteUp
          activity={activity}
          title="What we will do"
          ask="What will you do?"
          present={body.willDo}
          may={may}
          deedOf={(text) => deed(editActivity, { id, rev: activity.rev, willDo: text })}
        />
        <section class="stack" aria-labelledby="there">
          <h2 id="there">Evidence from there</h2>
          <Pieces gathered={gatheredIn(scene.gatherings, within)} open={may} />
          <Gather in={within} />
        </section>
        <Responses to={{ kind: 'activity', id }} titled />
        <div class="row no-print">
          <Button onPress={printPage}>Print</Button>
          {may && <CallOff activity={activity} />}
          <RedactButton kind="activity" id={id} words={body.title} label={body.title} />
        </div>
      </article>
    </>
  );
}

function Told({ title, children }: { title: string; children: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd class="story-words">{children}</dd>
    </div>
  );
}

function CallOff({ activity: { id, rev, body } }: { activity: Whole<Activity> }) {
  const task = useAct();
  const set = async (calledOff: boolean) => {
    const done = await task.run([deed(editActivity, { id, rev, calledOff })]);
    if (done?.ok) announce(calledOff ? 'Called off' : 'It takes place');
  };
  return (
    <>
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      {body.calledOff ? (
        <Button look="quiet" onPress={() => set(false)}>
          It takes place after all
        </Button>
      ) : (
        <Confirm ask="Call it off" look="quiet" yes="Call it off" no="No" busy={task.busy} onYes={() => set(true)}>
          <p>It stays in the list, marked as called off. You can take that back.</p>
        </Confirm>
      )}
    </>
  );
}
