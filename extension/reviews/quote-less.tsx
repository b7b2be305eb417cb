import { useState } from 'preact/hooks';
import type { Evidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { addCitation, dropCitation, isQuoted } from '../../shared/reviews/citation.ts';
import type { Citation } from '../../shared/reviews/review-kind.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Alert } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { quoteOf } from './quoted.ts';
import { reviewAdvice } from './review-words.ts';
import type { Whole } from './use-reviews.ts';

/** A shorter quotation of a piece: fewer of its words, never others. */
export function QuoteLess({ citation, piece }: { citation: Whole<Citation>; piece: Evidence }) {
  if (piece.passages.length === 0) return null;
  return (
    <div class="no-print">
      <Disclosure key={citation.id} summary="Quote fewer words">
        <Shorten citation={citation} piece={piece} />
      </Disclosure>
    </div>
  );
}

function Shorten({ citation: { id, rev, body }, piece }: { citation: Whole<Citation>; piece: Evidence }) {
  const whole = quoteOf(piece);
  const [text, setText] = useState(body.exact ?? whole);
  const [tried, setTried] = useState(false);
  const task = useAct();
  const words = text.trim();
  const all = words === whole;
  const wrong = !all && !isQuoted(words, piece);
  const save = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (wrong) return;
    const { review, priority, part, evidence } = body;
    const anew = { id: newId(), review, priority, part, evidence, ...(!all && { exact: words }) };
    if ((await task.run([deed(dropCitation, { id, rev }), deed(addCitation, anew)]))?.ok) announce('Quoted so');
  };
  return (
    <form class="stack" onSubmit={save} noValidate>
      <TextArea
        label="The words that are quoted"
        hint="Take words away at the beginning and at the end. They stay in one piece, as they were written."
        rows={4}
        maxLength={5000}
        value={text}
        onValue={setText}
        problem={tried && wrong ? 'These words do not stand there in one piece.' : undefined}
      />
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy}>
          Quote these words
        </Button>
      </div>
    </form>
  );
}
