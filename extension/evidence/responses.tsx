import { useEffect, useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { Response, type ResponseHow, unansweredOf } from '../../shared/evidence/response.ts';
import type { Record } from '../../shared/record.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { usePeople } from '../cluster/use-people.ts';
import { Button } from '../ui/button.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { When } from '../ui/when.tsx';
import { EditResponse } from './response-edit.tsx';
import { type RespondedTo, ResponseForm } from './response-form.tsx';
import { didWords } from './response-words.ts';
import './responses.css';

interface ResponsesProps {
  to: RespondedTo;
  /** It is a part of a page, under a heading of its own. */
  titled?: boolean;
  /** Opens the form with these words: somebody wants to talk about something in particular. Each new one opens it. */
  begin?: { how: Exclude<ResponseHow, 'answer'>; text: string } | undefined;
}

type Said = Record<Response> & { body: Response };

/** What people say to a thing: support, challenge, question, with the answers under each, and a way to join in. */
export function Responses({ to, begin, titled }: ResponsesProps) {
  const { view } = useReplica();
  const people = usePeople();
  const [open, setOpen] = useState<string>();
  const said = useLive(
    async () =>
      (await view.list(Response)).flatMap(({ body, ...rest }): Said[] =>
        body && body.to.kind === to.kind && body.to.id === to.id ? [{ ...rest, body }] : [],
      ),
    [to.kind, to.id],
  );
  useEffect(() => {
    if (begin) setOpen('new');
  }, [begin]);
  if (!said || !people) return null;
  const unanswered = new Set(unansweredOf(said).map(({ id }) => id));
  const may = people.me && can(people.me, 'response.give');
  const close = () => setOpen(undefined);
  return (
    <section class="stack responses" aria-label="Support and challenge">
      {titled && <h2>Support and challenge</h2>}
      {said.length === 0 && open !== 'new' && <p class="soft small">Nobody has said anything to it yet.</p>}
      {said.length > 0 && (
        <ul class="stack">
          {said
            .filter(({ body }) => body.how !== 'answer')
            .map((one) => (
              <li key={one.id} class="stack tight">
                <OneResponse one={one} nameOf={people.nameOf} mine={people.me?.member === one.body.by} />
                {unanswered.has(one.id) && <p class="small response-open">Not answered yet</p>}
                <ul class="stack tight response-answers">
                  {said
                    .filter(({ body }) => body.answers === one.id)
                    .map((answer) => (
                      <li key={answer.id}>
                        <OneResponse one={answer} nameOf={people.nameOf} mine={people.me?.member === answer.body.by} />
                      </li>
                    ))}
                </ul>
                {open === one.id ? (
                  <ResponseForm to={to} answers={one.id} onDone={close} />
                ) : (
                  may && (
                    <div class="row">
                      <Button
                        look="quiet"
                        label={`Answer ${people.nameOf(one.body.by)}`}
                        onPress={() => setOpen(one.id)}
                      >
                        Answer
                      </Button>
                    </div>
                  )
                )}
              </li>
            ))}
        </ul>
      )}
      {open === 'new' && <ResponseForm to={to} begin={begin} onDone={close} />}
      {open !== 'new' && may && (
        <div class="row">
          <Button onPress={() => setOpen('new')}>Respond</Button>
        </div>
      )}
    </section>
  );
}

interface OneResponseProps {
  one: Said;
  nameOf(member: string): string;
  mine: boolean;
}

function OneResponse({ one, nameOf, mine }: OneResponseProps) {
  const [editing, setEditing] = useState(false);
  const { by, at, how, text, edited } = one.body;
  if (editing) return <EditResponse one={one} onDone={() => setEditing(false)} />;
  const name = nameOf(by);
  const did = name === 'You' ? didWords[how].replace(/^(\w+?)s\b/, '$1') : didWords[how];
  return (
    <div class={`response ${how}`}>
      <p class="small">
        <b>
          {name} {did}
        </b>{' '}
        <span class="soft">
          · <When at={at} />
          {edited !== undefined && ' · edited'}
        </span>
      </p>
      <p class="response-text">{text}</p>
      <div class="row">
        {mine && (
          <Button look="quiet" label="Edit what you said" onPress={() => setEditing(true)}>
            Edit
          </Button>
        )}
        <RedactButton kind="response" id={one.id} words={text} label={`what ${name === 'You' ? 'you' : name} said`} />
      </div>
    </div>
  );
}
