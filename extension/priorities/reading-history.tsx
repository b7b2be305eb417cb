import { Member } from '../../shared/cluster/members.ts';
import { removedWords } from '../../shared/cluster/redact.ts';
import { figureText, statusAmid } from '../../shared/priorities/figure-words.ts';
import type { Unit } from '../../shared/priorities/indicator.ts';
import type { Reading } from '../../shared/priorities/reading.ts';
import type { Point } from '../../shared/priorities/series.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { When } from '../ui/when.tsx';

/** What a figure was made of and where it is from. */
export function readingWords({ cohort, numerator, status, breaks }: Reading): string {
  return [
    statusAmid(status),
    numerator !== undefined && cohort !== undefined ? `${numerator} of ${cohort}` : undefined,
    numerator === undefined && cohort !== undefined ? `of ${cohort}` : undefined,
    breaks ? 'series breaks here' : undefined,
  ]
    .filter(Boolean)
    .join(', ');
}

interface StandingProps {
  id: string;
  reading: Reading;
  unit: Unit;
  nameOf: (member: string) => string;
}

function Standing({ id, reading, unit, nameOf }: StandingProps) {
  const said = [reading.note, reading.source?.title];
  return (
    <>
      <b>{figureText(reading.value, unit)}</b>{' '}
      <span class="small">
        {readingWords(reading)} · {nameOf(reading.by)} · <When at={reading.at} />
        {reading.withdrawn ? ' · taken back' : ''}
        {reading.note ? ` · ${reading.note}` : ''}
        {reading.source ? ` · ${reading.source.title}` : ''}
      </span>
      {said.some(Boolean) && (
        <RedactButton
          kind="reading"
          id={id}
          words={said.every((one) => !one || one === removedWords) ? removedWords : undefined}
          label={`of ${figureText(reading.value, unit)}`}
        />
      )}
    </>
  );
}

/** What stands for a period, and all that stood before. */
export function ReadingHistory({ point, unit }: { point: Point; unit: Unit }) {
  const { view } = useReplica();
  const names = useLive(async () => new Map((await view.list(Member)).map(({ id, body }) => [id, body?.name ?? ''])));
  const nameOf = (member: string) => names?.get(member) || 'A member';
  return (
    <div class="stack tight">
      <div>
        In the log: <Standing id={point.reading.id} reading={point.reading.body} unit={unit} nameOf={nameOf} />
      </div>
      {point.earlier.length > 0 && (
        <Disclosure summary="What stood before">
          <ol class="reading-history">
            {point.earlier.map(({ id, body }) => (
              <li key={id}>
                <Standing id={id} reading={body} unit={unit} nameOf={nameOf} />
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </div>
  );
}
