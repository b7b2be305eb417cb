import { useState } from 'preact/hooks';
import type { Decision } from '../../shared/cycles/decision.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { Talk } from '../evidence/talk.tsx';
import { dayInWords } from '../priorities/priority-words.ts';
import { Button } from '../ui/button.tsx';
import { Decide } from './decide.tsx';
import { useDeciding } from './deciding.ts';
import { FinishDecision } from './finish-decision.tsx';
import type { Whole } from './use-cycles.ts';

interface DecisionItemProps {
  decision: Whole<Decision>;
  /** Somebody is yet to carry it out. */
  open?: boolean;
  /** The meeting to which it counts, where it names none itself. */
  meeting?: string;
}

/** A decision: what, who sees to it and by when, why; what people say to it; and another in its place. */
export function DecisionItem({ decision, open = false, meeting }: DecisionItemProps) {
  const { id, rev, body } = decision;
  const { decisions, responses, may, today, nameOf } = useDeciding();
  const [anew, setAnew] = useState(false);
  const before = body.about?.kind === 'decision' && decisions.find((one) => one.id === body.about?.id)?.body?.text;
  const late = open && body.due !== undefined && body.due < today;
  const when = body.due && `${late ? 'overdue since' : 'by'} ${dayInWords(body.due)}`;
  return (
    <li class="stack tight">
      <span class="story-words">{body.text}</span>
      <span class="soft small">
        {[body.owner && nameOf(body.owner), when, body.why, body.done?.outcome, before && `in place of: ${before}`]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {anew ? (
        <div class="no-print">
          <Decide replaces={decision} {...(meeting && { meeting })} onDone={() => setAnew(false)} />
        </div>
      ) : (
        <div class="no-print row decision-row">
          {may && open && <FinishDecision id={id} rev={rev} text={body.text} />}
          {may && !body.done && (
            <Button look="quiet" label={`Decide anew: ${body.text}`} onPress={() => setAnew(true)}>
              Decide anew
            </Button>
          )}
          <RedactButton
            kind="decision"
            id={id}
            words={body.text}
            label={`${open ? 'to carry out' : 'decided'}: ${body.text}`}
          />
          <Talk to={{ kind: 'decision', id }} about={body.text} responses={responses} />
        </div>
      )}
    </li>
  );
}
