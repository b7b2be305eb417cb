import { useId } from 'preact/hooks';
import type { Decision } from '../../shared/cycles/decision.ts';
import { neededWords, pieceWords } from '../../shared/cycles/meeting-text.ts';
import type { Needed, PrioritySince, SinceThen } from '../../shared/cycles/since.ts';
import type { Evidence } from '../../shared/evidence/evidence.ts';
import { hrefTo } from '../ui/route.ts';
import { ThreadMark } from '../ui/thread-mark.tsx';
import { DecisionItem } from './decision-item.tsx';
import type { Whole } from './use-cycles.ts';

/** A part of the page with a line for each thing; without any, it is left out. */
export function MeetingPart({ title, lines }: { title: string; lines: readonly string[] }) {
  const id = useId();
  if (lines.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="meeting-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** What has to be decided, each with the way to where it is decided. */
export function NeededPart({
  needed,
  schoolName,
}: {
  needed: readonly Needed[];
  schoolName: (school: string) => string;
}) {
  return (
    <section class="stack tight" aria-labelledby="to-decide">
      <h2 id="to-decide">To decide</h2>
      {needed.length === 0 && <p class="soft">Nothing waits for a decision.</p>}
      <ul class="meeting-lines">
        {needed.map((one) => {
          const words = neededWords(one, { schoolName });
          const href = one.what === 'reflect' ? hrefTo('cycles', one.cycle) : hrefTo('priorities', one.priority);
          return (
            <li key={words}>
              <a href={href}>{words}</a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface DecisionsPartProps {
  title: string;
  decisions: readonly Whole<Decision>[];
  open?: boolean;
}

/** Decisions: those that somebody is to carry out, what is late said so; or those that stand as they are. */
export function DecisionsPart({ title, decisions, open = false }: DecisionsPartProps) {
  const id = useId();
  if (decisions.length === 0) return null;
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="cycle-list">
        {decisions.map((one) => (
          <DecisionItem key={one.id} decision={one} open={open} />
        ))}
      </ul>
    </section>
  );
}

interface OwedPartProps {
  owed: SinceThen['owed'];
  schoolName: (school: string) => string;
  owedWords: (owed: SinceThen['owed'][number]['owed'][number]) => string;
}

/** What each school has yet to give. */
export function OwedPart({ owed, schoolName, owedWords }: OwedPartProps) {
  if (owed.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="meeting-owed">
      <h2 id="meeting-owed">Owed</h2>
      {owed.map(({ school, owed: its }) => (
        <div key={school} class="stack tight">
          <h3>{schoolName(school)}</h3>
          <ul class="meeting-lines">
            {its.map((one) => (
              <li key={Object.values(one).join(' ')}>{owedWords(one)}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** So many pieces of each side are shown. */
const few = 5;

/** A priority since then: where it is, and what is new against it and for it. */
export function PriorityPart({
  priority: { id, body, progress, supports, challenges, other },
}: {
  priority: PrioritySince;
}) {
  return (
    <section class="stack" aria-labelledby={`meeting-${id}`}>
      <div class="stack tight">
        <h2 id={`meeting-${id}`}>
          <ThreadMark thread={{ ...body, proposed: body.state === 'proposed' }} />{' '}
          <a href={hrefTo('priorities', id)}>{body.title}</a>
        </h2>
        <p>{progress}.</p>
      </div>
      <Side title="New, challenges it" pieces={challenges} />
      <Side title="New, supports it" pieces={supports} />
      {supports.length + challenges.length + other === 0 && <p class="soft small">Nothing new was saved for it.</p>}
      {other > 0 && <p class="soft small">{other} more new, for context.</p>}
    </section>
  );
}

function Side({ title, pieces }: { title: string; pieces: readonly Evidence[] }) {
  if (pieces.length === 0) return null;
  const rest = pieces.length - few;
  return (
    <div class="stack tight">
      <h3>
        {title}: {pieces.length}
      </h3>
      <ul class="meeting-lines">
        {pieces.slice(0, few).map((piece, i) => (
          <li key={`${piece.at} ${i}`}>{pieceWords(piece)}</li>
        ))}
      </ul>
      {rest > 0 && <p class="soft small">And {rest} more.</p>}
    </div>
  );
}
