import type { ComponentType } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { confirmPriority, indicatorsOf } from '../../shared/priorities/agreement.ts';
import { closePriority, editPriority, type Priority, reviveProposal } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Later } from '../ui/later.tsx';
import { Alert } from '../ui/notice.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';
import { useReplica } from '../ui/replica.ts';
import { hrefTo } from '../ui/route.ts';
import { ThreadEdge } from '../ui/thread-edge.tsx';
import { ThreadMark } from '../ui/thread-mark.tsx';
import { useTask } from '../ui/use-task.ts';
import { IndicatorList } from './indicator-list.tsx';
import { NoticeForm, NoticingList } from './noticings.tsx';
import { PriorityAccount } from './priority-account.tsx';
import { priorityAdvice } from './refusal-advice.ts';
import { useScene } from './scene.ts';
import { seenPriority } from './use-priorities.ts';

const agreement = () => import('./agreement.tsx').then(({ AgreementSection }) => AgreementSection);
const editing = () => import('./priority-edit.tsx').then(({ EditPriority }) => EditPriority);
const closing = () => import('./close-form.tsx').then(({ CloseForm }) => CloseForm);
const dropping = () => import('./drop-form.tsx').then(({ DropForm }) => DropForm);
const history = () => import('./priority-history.tsx').then(({ PriorityHistory }) => PriorityHistory);

interface PriorityPageProps {
  id: string;
  /** What the log says about a priority: the domain that knows evidence brings it. */
  Evidence?: ComponentType<{ priority: string }> | undefined;
}

/** One priority: what it says, what it is measured by, where its agreement stands, and what was learned. */
export function PriorityPage({ id, Evidence }: PriorityPageProps) {
  const scene = useScene();
  const record = scene.priorities.find((one) => one.id === id);
  const [thread] = record ? seenPriority(record) : [];
  if (!record?.body || !thread) {
    return (
      <>
        <PlaceTitle>Not here</PlaceTitle>
        <p>
          There is no such priority in the log of this device. <a href={hrefTo('priorities')}>All priorities</a>
        </p>
      </>
    );
  }
  const priority = { ...record, body: record.body };
  const { state } = priority.body;
  const open = state === 'proposed' || state === 'agreed';
  const measured = new Set(indicatorsOf(scene.indicators, id).map((one) => one.id));
  const noticings = scene.noticings.filter(
    ({ body }) => body?.priority === id || (body?.indicator !== undefined && measured.has(body.indicator)),
  );
  return (
    <>
      <p class="small">
        <a href={hrefTo('priorities')}>All priorities</a>
      </p>
      <article class="priority-page stack wide measure">
        <ThreadEdge threads={[thread]} />
        <header class="stack tight">
          <p class="small soft">
            <ThreadMark thread={thread} /> {stateOf[state]}
          </p>
          <PlaceTitle>{priority.body.title}</PlaceTitle>
        </header>
        <Told priority={priority} />
        {open && <Later load={agreement} props={{ priority }} />}
        <IndicatorList priority={id} open={open} />
        <section class="stack" aria-labelledby="noticed-title">
          <h2 id="noticed-title">What schools noticed</h2>
          {noticings.length === 0 && <p class="soft">Nothing is written yet.</p>}
          <NoticingList noticings={noticings} />
          {open && noticings.length > 0 && (
            <Disclosure summary="Add what you noticed">
              <NoticeForm about={{ priority: id }} />
            </Disclosure>
          )}
        </section>
        {Evidence && <Evidence priority={id} />}
        <Disclosure summary="History">
          <Later load={history} props={{ priority }} />
        </Disclosure>
      </article>
    </>
  );
}

const stateOf: { [state in Priority['state']]: string } = {
  proposed: 'Proposed',
  agreed: 'Agreed',
  closed: 'Closed',
  dropped: 'Dropped',
};

type Known = Record<Priority> & { body: Priority };

/** What it says, and what may be done with it as such. */
function Told({ priority }: { priority: Known }) {
  const { outbox } = useReplica();
  const scene = useScene();
  const [open, setOpen] = useState<'edit' | 'close' | 'drop'>();
  const row = useRef<HTMLDivElement>(null);
  const { id, rev, body } = priority;
  const reviving = useTask(() => outbox.act(reviveProposal, { id, rev }));
  const done = () => {
    setOpen(undefined);
    requestAnimationFrame(() => row.current?.querySelector('button')?.focus());
  };
  const revive = async () => {
    if ((await reviving.run(undefined))?.ok) announce('Proposed again');
  };
  const { me } = scene;
  const proposed = body.state === 'proposed';
  const agreed = body.state === 'agreed';
  if (open === 'edit') return <Later load={editing} props={{ priority, onDone: done }} />;
  return (
    <>
      <PriorityAccount priority={priority} />
      {reviving.problem && <Alert>{priorityAdvice(reviving.problem, scene)}</Alert>}
      {open === 'close' && <Later load={closing} props={{ priority, onDone: done }} />}
      {open === 'drop' && <Later load={dropping} props={{ priority, onDone: done }} />}
      {!open && (
        <div class="row" ref={row}>
          {(proposed || agreed) && can(me, editPriority.capability) && (
            <Button onPress={() => setOpen('edit')}>Edit</Button>
          )}
          {agreed && can(me, closePriority.capability) && (
            <Button look="quiet" onPress={() => setOpen('close')}>
              Close it
            </Button>
          )}
          {proposed && (me.role === 'coordinator' || body.by === me.member) && (
            <Button look="quiet" onPress={() => setOpen('drop')}>
              Drop it
            </Button>
          )}
          {body.state === 'dropped' && can(me, reviveProposal.capability) && (
            <Button busy={reviving.busy} onPress={revive}>
              Propose it again
            </Button>
          )}
          <RedactButton kind="priority" id={id} label={body.title} />
        </div>
      )}
      {agreed && !can(me, confirmPriority.capability) && (
        <p class="small soft">A head or a coordinator closes it, when its time has come.</p>
      )}
    </>
  );
}
