import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { newId } from '../../shared/ids.ts';
import { figureText } from '../../shared/priorities/figure-words.ts';
import type { Indicator } from '../../shared/priorities/indicator.ts';
import { enterReading, type Reading, withdrawReading } from '../../shared/priorities/reading.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { attempt } from '../ui/attempt.ts';
import { useReplica } from '../ui/replica.ts';
import { priorityAdvice } from './refusal-advice.ts';
import { schoolIn, useScene } from './scene.ts';
import { type Entry, readTyped } from './scrutiny-cell-check.ts';
import type { Counts } from './scrutiny-figure.ts';

interface CellInputProps {
  indicator: Record<Indicator> & { body: Indicator };
  school: string;
  entry: Entry;
  present: Record<Reading> | undefined;
  begun: string;
  /** Done; by so many rows the grid goes on, or not at all where the focus has gone elsewhere. */
  onDone: (step?: number) => void;
}

/** One cell while somebody types in it. What is wrong is said as it is typed, and nothing that was typed goes away. */
export function CellInput({ indicator, school, entry, present, begun, onDone }: CellInputProps) {
  const replica = useReplica();
  const scene = useScene();
  const id = useId();
  const [text, setText] = useState(begun);
  const [refused, setRefused] = useState<string>();
  const box = useRef<HTMLInputElement>(null);
  // Removing a box takes its focus away, which is no wish to save it once more.
  const settled = useRef(false);
  const leave = (step?: number) => {
    settled.current = true;
    onDone(step);
  };
  const changed = useRef(begun !== '' && begun.length === 1);
  // At once, so that the next key that is pressed goes into it.
  useLayoutEffect(() => {
    box.current?.focus();
    if (!changed.current) box.current?.select();
  }, []);
  const typed = readTyped(text, indicator.body);
  const problem = typed.problem ?? refused;

  const few = typed.problem === undefined && typed.few === true;

  const commit = async (step?: number) => {
    if (settled.current || typed.problem !== undefined) return;
    const { value, cohort, numerator } = typed;
    const stands = present?.body;
    const same =
      stands?.value === value &&
      stands?.status === entry.status &&
      stands?.cohort === cohort &&
      stands?.numerator === numerator;
    if ((value === undefined && !present) || same) return leave(step);
    settled.current = true;
    const done = await write(value, { cohort, numerator });
    if (!done.ok) {
      settled.current = false;
      return setRefused(priorityAdvice(done.problem, scene));
    }
    announce(value === undefined ? 'Taken back' : `${figureText(value, indicator.body.unit)} entered`);
    leave(step);
  };
  const write = async (value: Reading['value'] | undefined, { cohort, numerator }: Counts) => {
    if (value === undefined && present)
      return replica.outbox.act(withdrawReading, { id: present.id, rev: present.rev });
    const { period, status, source } = entry;
    const body = {
      id: newId(),
      indicator: indicator.id,
      school,
      period,
      value: value ?? 0,
      ...(cohort !== undefined && { cohort }),
      ...(numerator !== undefined && { numerator }),
      // A correction does not mend a series: that is said with the figure.
      ...(present?.body?.breaks && value !== 'series-break' && { breaks: true }),
      status,
      ...(source && { source }),
      ...(present && { replaces: present.id }),
    };
    return attempt(replica, enterReading, body);
  };
  return (
    <>
      <input
        class="input"
        ref={box}
        type="text"
        inputMode="text"
        autoComplete="off"
        maxLength={40}
        aria-label={`${indicator.body.name}, ${schoolIn(scene, school)}`}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem || few ? `${id}-problem` : undefined}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setRefused(undefined);
          changed.current = true;
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            void commit(1);
          } else if (event.key === 'Escape') {
            event.preventDefault();
            leave(0);
          }
        }}
        onBlur={() => {
          if (changed.current) void commit();
          else if (!settled.current) leave();
        }}
      />
      {problem && (
        <span class="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
      {!problem && few && (
        <span class="field-hint" id={`${id}-problem`} role="status">
          This is about few pupils. Think of who might be recognised.
        </span>
      )}
    </>
  );
}
