import { Decision } from '../../shared/cycles/decision.ts';
import { pieceWords } from '../../shared/cycles/meeting-text.ts';
import { Evidence } from '../../shared/evidence/evidence.ts';
import { Response } from '../../shared/evidence/response.ts';
import { unansweredFor } from '../../shared/reviews/unanswered.ts';
import type { RespondedTo } from '../evidence/response-form.tsx';
import { Responses } from '../evidence/responses.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Notice } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** So many are shown at once. */
const most = 5;

/** What speaks against a priority and was never answered, in front of those who write its account. */
export function Unanswered({ priority }: { priority: string }) {
  const { view } = useReplica();
  const open = useLive(
    async () =>
      unansweredFor(await view.lists({ evidence: Evidence, responses: Response, decisions: Decision }), priority),
    [priority],
  );
  if (!open) return null;
  const { evidence, responses } = open;
  const many = evidence.length + responses.length;
  if (many === 0) return null;
  const all = [
    ...responses.map(({ id, body }) => ({ id, to: body.to, words: body.text })),
    ...evidence.map(({ id, body }) => ({ id, to: { kind: Evidence.kind, id }, words: pieceWords(body) })),
  ];
  return (
    <Notice>
      <p>
        <b>{many === 1 ? 'One challenge to this was' : `${many} challenges to this were`} never answered.</b> The number
        is stated in the review. An answer here takes a minute.
      </p>
      <ul class="stack tight">
        {all.slice(0, most).map(({ id, to, words }) => (
          <li key={id}>
            <Disclosure summary={shortened(words)}>
              <Responses to={to as RespondedTo} />
            </Disclosure>
          </li>
        ))}
      </ul>
      {many > most && <p class="small">{many - most} more stand in Evidence.</p>}
    </Notice>
  );
}

const shortened = (words: string) => (words.length > 160 ? `${words.slice(0, 159).trimEnd()}…` : words);
