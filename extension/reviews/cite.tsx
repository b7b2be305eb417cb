import { useState } from 'preact/hooks';
import { pieceWords } from '../../shared/cycles/meeting-text.ts';
import type { Evidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { addCitation, isPublicSource, isTold } from '../../shared/reviews/citation.ts';
import type { AccountPart } from '../../shared/reviews/review-kind.ts';
import { stanceWords } from '../evidence/stance-words.ts';
import { useLogIndex } from '../evidence/use-log-index.ts';
import { findInLog } from '../replica/find-in-log.ts';
import { noFilter } from '../replica/log-filter.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { deed, useAct } from '../ui/use-act.ts';
import { useLive } from '../ui/use-live.ts';
import { reviewAdvice } from './review-words.ts';

interface CiteProps {
  review: string;
  priority: string;
  part: AccountPart;
  taken: readonly string[];
}

/** So many are offered at once; more words find fewer. */
const most = 6;

/** A way to add evidence from the log to a part of a review. */
export function Cite(props: CiteProps) {
  return (
    <div class="no-print">
      <Disclosure summary="Add evidence">
        <Chooser {...props} />
      </Disclosure>
    </div>
  );
}

function Chooser({ review, priority, part, taken }: CiteProps) {
  const { view } = useReplica();
  const [words, setWords] = useState('');
  const [all, setAll] = useState(false);
  const log = useLogIndex(true);
  const task = useAct();
  const filter = { ...noFilter, words, priorities: all ? [] : [priority] };
  const looking = { filter, kept: new Set<string>(), schoolsOf: () => [] };
  const found = log ? findInLog(log, looking).filter(({ id, state }) => state === 'there' && !taken.includes(id)) : [];
  const ids = found.slice(0, most).map(({ id }) => id);
  const entries = useLive(() => view.these(ids), [ids.join()]);
  const cite = async (evidence: string) => {
    const body = { id: newId(), review, priority, part, evidence };
    if ((await task.run([deed(addCitation, body)]))?.ok) announce('Added');
  };
  return (
    <div class="stack">
      <Field
        label="Words in it"
        hint="Of the quote, the note, the source or a tag. Notes are never published."
        value={words}
        onValue={setWords}
      />
      <Choice type="checkbox" checked={all} onChecked={setAll}>
        Also what is not tied to this priority
      </Choice>
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      {log && found.length === 0 && (
        <p class="soft small">{words.trim() ? 'Nothing else has these words.' : 'Nothing else is in the log yet.'}</p>
      )}
      <ul class="cycle-list">
        {ids.map((id) => {
          const body = entries?.get(id)?.record.body;
          if (!body) return null;
          const said = pieceWords(body);
          return (
            <li key={id} class="piece stack tight">
              <span>{said}</span>
              <span class="soft small">
                {[body.stance && stanceWords[body.stance], body.source?.title].filter(Boolean).join(' · ')}
              </span>
              <span>
                <Button label={`Add it: ${said}`} reason={reasonAgainst(body)} onPress={() => cite(id)}>
                  Add it
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      {found.length > most && <p class="soft small">{found.length - most} more. Type more words to find them.</p>}
    </div>
  );
}

/** Why a piece cannot be cited in public, if so. */
function reasonAgainst(piece: Evidence): string | undefined {
  if (!isPublicSource(piece)) return 'Its source is not public.';
  return isTold(piece) ? undefined : 'It is a note of yours alone, and notes are not published.';
}
