import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Decision } from '../../shared/cycles/decision.ts';
import { finishDecision } from '../../shared/cycles/decision.ts';
import { giveResponse, type Response, respondedTo } from '../../shared/evidence/response.ts';
import { dayAt, isWanted, owedOn } from '../../shared/priorities/due.ts';
import type { Record } from '../../shared/record.ts';
import { usePeople } from '../cluster/use-people.ts';
import type { RespondedTo } from '../evidence/response-form.tsx';
import { didWords } from '../evidence/response-words.ts';
import { Responses } from '../evidence/responses.tsx';
import { OwedList } from '../priorities/owed.tsx';
import { useDealings } from '../priorities/use-dealings.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useNow } from '../ui/now.ts';
import { sentenceFor } from '../ui/problem.ts';
import { RefusedList } from '../ui/refused-list.tsx';
import { useReplica } from '../ui/replica.ts';
import { useTask } from '../ui/use-task.ts';
import { When } from '../ui/when.tsx';
import { useWaiting, type Waiting as WaitingNow } from './use-waiting.ts';
import './waiting.css';

const whyWords = { named: 'names you', school: 'names your school', yours: 'is about what you put there' } as const;

interface WaitingProps {
  /** How many things wait besides, which are shown within. */
  besides?: number;
  children?: ComponentChildren;
}

/** What waits for the one who looks: what was said to them, what their schools owe, and what they were to do. */
export function Waiting({ besides = 0, children }: WaitingProps) {
  const waiting = useWaiting();
  const dealings = useDealings();
  const people = usePeople();
  const now = useNow();
  if (!waiting || !dealings || !people) return null;
  const owed = owedOn(dealings, dayAt(now)).filter((one) => isWanted(one) && dealings.me?.schools.includes(one.school));
  const several = new Set(owed.map(({ school }) => school)).size > 1;
  const schoolName = (id: string) => dealings.schools.find((one) => one.id === id)?.body?.name ?? '';
  const mine = new Set(waiting.mine.map(({ id }) => id));
  const others = waiting.unanswered.filter(({ id }) => !mine.has(id));
  const count = waiting.mine.length + owed.length + waiting.decisions.length + besides;
  return (
    <div class="stack wide waiting">
      <RefusedList
        action={giveResponse}
        titleOf={({ text }: { text: string }) => text}
        advice={(problem) => sentenceFor(problem)}
      />
      <p>
        {count === 0
          ? 'Nothing waits for you. Thank you.'
          : `${count} ${count === 1 ? 'thing waits' : 'things wait'} for you.`}
      </p>
      {waiting.mine.length > 0 && (
        <section class="stack tight" aria-labelledby="waiting-said">
          <h2 id="waiting-said">Somebody would like an answer</h2>
          <ul class="waiting-list">
            {waiting.mine.map(({ id, body, why }) => (
              <SaidItem key={id} {...{ body, waiting }} nameOf={people.nameOf} why={whyWords[why]} />
            ))}
          </ul>
        </section>
      )}
      {children}
      {owed.length > 0 && (
        <section class="stack tight" aria-labelledby="waiting-owed">
          <h2 id="waiting-owed">To agree or enter</h2>
          <OwedList owed={owed} dealings={dealings} {...(several && { schoolName })} />
        </section>
      )}
      {waiting.decisions.length > 0 && (
        <section class="stack tight" aria-labelledby="waiting-decided">
          <h2 id="waiting-decided">Decided, and yours to do</h2>
          <ul class="waiting-list">
            {waiting.decisions.map((one) => (
              <DecisionItem key={one.id} one={one} />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <Disclosure summary={`Not answered yet by anyone (${others.length})`}>
          <ul class="waiting-list">
            {others.map(({ id, body }) => (
              <SaidItem key={id} {...{ body, waiting }} nameOf={people.nameOf} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

interface SaidItemProps {
  body: Response;
  waiting: WaitingNow;
  nameOf(member: string): string;
  why?: string;
}

function SaidItem({ body, waiting, nameOf, why }: SaidItemProps) {
  const [open, setOpen] = useState(false);
  const kind = respondedTo.find((one) => one === body.to.kind);
  const to: RespondedTo | undefined = kind && { kind, id: body.to.id };
  const title = waiting.titleOf(body.to);
  const href = waiting.hrefOf(body.to);
  return (
    <li class="stack tight">
      <p class="small">
        <b>
          {nameOf(body.by)} {didWords[body.how]}
        </b>{' '}
        <span class="soft">
          · <When at={body.at} />
          {why && ` · ${why}`}
        </span>
      </p>
      <p class="waiting-words">{body.text}</p>
      <p class="soft small">About: {href ? <a href={href}>{title}</a> : title}</p>
      {open && to && <Responses to={to} />}
      <div class="row">
        <Button look="quiet" aria-expanded={open} label={`Read and answer: ${title}`} onPress={() => setOpen(!open)}>
          Read and answer
        </Button>
      </div>
    </li>
  );
}

function DecisionItem({ one: { id, rev, body } }: { one: Record<Decision> }) {
  const { outbox } = useReplica();
  const task = useTask(() => outbox.act(finishDecision, { id, rev, outcome: '' }));
  if (!body) return null;
  return (
    <li class="stack tight">
      <p class="waiting-words">{body.text}</p>
      {body.due && <p class="soft small">by {body.due}</p>}
      {task.problem && <p class="field-problem">{sentenceFor(task.problem)}</p>}
      <div class="row">
        <Button
          look="quiet"
          busy={task.busy}
          label={`Done: ${body.text.slice(0, 60)}`}
          onPress={() => task.run(undefined)}
        >
          Done
        </Button>
      </div>
    </li>
  );
}
