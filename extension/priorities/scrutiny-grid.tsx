import type { TargetedClipboardEvent, TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { figureText, statusAmid } from '../../shared/priorities/figure-words.ts';
import { type Indicator, isFor } from '../../shared/priorities/indicator.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import type { Reading } from '../../shared/priorities/reading.ts';
import type { Record } from '../../shared/record.ts';
import { ThreadMark } from '../ui/thread-mark.tsx';
import { useScene } from './scene.ts';
import { type Entry, whyNotEnter } from './scrutiny-cell-check.ts';
import { CellInput } from './scrutiny-cell-input.tsx';
import { countsText, typedText } from './scrutiny-figure.ts';
import { ScrutinyFoot } from './scrutiny-foot.tsx';
import { type At, moved } from './scrutiny-keys.ts';
import './scrutiny.css';
import { seenPriority } from './use-priorities.ts';

interface ScrutinyGridProps {
  indicators: readonly (Record<Indicator> & { body: Indicator })[];
  entry: Entry;
  ticked: readonly string[];
  onTicked: (ticked: readonly string[]) => void;
  /** Several cells were pasted. */
  onPasted: (text: string) => void;
}

/** Indicators × schools: every figure of one period, to be looked at and filled in by hand. */
export function ScrutinyGrid({ indicators, entry, ticked, onTicked, onPasted }: ScrutinyGridProps) {
  const scene = useScene();
  const id = useId();
  const schools = scene.schools.filter(({ body }) => body && body.away?.how !== 'left');
  const [at, setAt] = useState<At>({ row: 0, column: schools.length > 0 ? 1 : 0 });
  const [editing, setEditing] = useState<{ at: At; text: string }>();
  const [said, setSaid] = useState<string>();
  const table = useRef<HTMLTableElement>(null);
  const focus = ({ row, column }: At) =>
    table.current?.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`)?.focus();
  // A cell that was typed in is there again only once it is drawn; the next key must find it.
  const returning = useRef<At>(undefined);
  useLayoutEffect(() => {
    if (!returning.current || editing) return;
    focus(returning.current);
    returning.current = undefined;
  }, [editing]);
  const size: At = { row: indicators.length, column: schools.length + 1 };
  const readings = presentByCell(scene.readings, entry.period);
  const readingAt = ({ row, column }: At) => readings.get(`${indicators[row]?.id} ${schools[column - 1]?.id}`);

  const go = (to: At) => {
    setSaid(undefined);
    setAt(to);
    focus(to);
  };
  const edit = (where: At, text: string) => {
    const school = schools[where.column - 1];
    const indicator = indicators[where.row];
    setAt(where);
    if (!school || !indicator) return;
    const why = whyNotEnter(scene, indicator, school.id, entry);
    setSaid(why);
    if (!why) setEditing({ at: where, text });
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>, here: At) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const to = moved(here, event, size);
    const inCell = here.column > 0;
    if (to) go(to);
    else if (inCell && (key === 'Enter' || key === 'F2'))
      edit(here, textOf(readingAt(here), indicators[here.row]?.body));
    else if (inCell && (key === 'Delete' || key === 'Backspace')) edit(here, '');
    else if (inCell && key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey) edit(here, key);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: TargetedClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (/[\t\n]./.test(text.trim())) {
      event.preventDefault();
      setEditing(undefined);
      onPasted(text);
    } else if (!editing && at.column > 0 && text.trim()) {
      event.preventDefault();
      edit(at, text.trim());
    }
  };
  return (
    <div class="scrutiny">
      {/* Sideways scrolling is this region's own; its cells take the focus, so that keys reach all of it. */}
      <section class="table-scroll" aria-label={`Figures, ${periodLabel(entry.period)}`} onPaste={onPaste}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of cells to type in, after the ARIA pattern. */}
        <table role="grid" ref={table} class="scrutiny-grid" aria-describedby={`${id}-keys`}>
          <caption class="unseen">Indicators and schools, {periodLabel(entry.period)}</caption>
          <thead>
            <tr>
              <th scope="col">Indicator</th>
              {schools.map((school) => (
                <th scope="col" key={school.id}>
                  {school.body?.name}
                  {school.body?.away && <span class="soft small"> absent</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {indicators.map((indicator, row) => (
              <tr key={indicator.id}>
                <th scope="row">
                  <label class="scrutiny-name">
                    <input
                      type="checkbox"
                      data-at={`${row} 0`}
                      tabIndex={at.row === row && at.column === 0 ? 0 : -1}
                      checked={ticked.includes(indicator.id)}
                      onFocus={() => setAt({ row, column: 0 })}
                      onKeyDown={(event) => onKeyDown(event, { row, column: 0 })}
                      onChange={(event) =>
                        onTicked(
                          event.currentTarget.checked
                            ? [...ticked, indicator.id]
                            : ticked.filter((other) => other !== indicator.id),
                        )
                      }
                    />
                    <span>
                      {indicator.body.name}
                      {indicator.body.priorities.map((priority) => (
                        <Marks key={priority} priority={priority} />
                      ))}
                    </span>
                  </label>
                </th>
                {schools.map((school, i) => {
                  const here = { row, column: i + 1 };
                  const present = readingAt(here);
                  const isHere = at.row === row && at.column === here.column;
                  const isEdited = editing?.at.row === row && editing.at.column === here.column;
                  if (isEdited) {
                    return (
                      <td key={school.id}>
                        <CellInput
                          indicator={indicator}
                          school={school.id}
                          entry={entry}
                          present={present}
                          begun={editing.text}
                          onDone={(step) => {
                            if (step !== undefined) {
                              returning.current = { ...here, row: Math.min(row + step, size.row - 1) };
                              setAt(returning.current);
                            }
                            setEditing(undefined);
                          }}
                        />
                      </td>
                    );
                  }
                  return (
                    <td
                      key={school.id}
                      data-at={`${row} ${here.column}`}
                      tabIndex={isHere ? 0 : -1}
                      aria-describedby={isHere ? `${id}-said` : undefined}
                      onFocus={() => setAt(here)}
                      onKeyDown={(event) => onKeyDown(event, here)}
                      onClick={() => edit(here, textOf(present, indicator.body))}
                    >
                      {present?.body && figureText(present.body.value, indicator.body.unit)}
                      {present?.body && present.body.status !== 'own' && (
                        <span class="soft small"> {statusAmid(present.body.status)}</span>
                      )}
                      {present?.body?.cohort !== undefined && (
                        <span class="soft small"> {countsText(present.body)}</span>
                      )}
                      {present?.body?.breaks && <span class="soft small"> breaks</span>}
                      {!isFor(indicator, school.id) && <span class="soft small"> Not for this school</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ScrutinyFoot
        id={`${id}-said`}
        indicator={indicators[at.row]}
        school={schools[at.column - 1]?.id}
        reading={readingAt(at)}
        entry={entry}
        said={said}
        onDone={() => focus(at)}
      />
      <p class="small soft" id={`${id}-keys`}>
        Arrow keys move, Enter types and saves, Escape leaves a cell as it was. Paste several cells at once anywhere in
        it.
      </p>
    </div>
  );
}

/** The mark of a priority that an indicator belongs to, with its title for those who do not see it. */
function Marks({ priority }: { priority: string }) {
  const scene = useScene();
  const record = scene.priorities.find(({ id }) => id === priority);
  const [thread] = record ? seenPriority(record) : [];
  if (!thread || thread.state === 'dropped') return null;
  return (
    <span title={thread.title}>
      {' '}
      <ThreadMark thread={thread} />
      <span class="unseen"> of {thread.title}</span>
    </span>
  );
}

const textOf = (reading: Record<Reading> | undefined, indicator: Indicator | undefined): string =>
  reading?.body && indicator ? typedText(reading.body, indicator.unit) : '';

/** The readings that hold for a period, by indicator and school. */
function presentByCell(readings: readonly Record<Reading>[], period: string): Map<string, Record<Reading>> {
  const cells = new Map<string, Record<Reading>>();
  for (const reading of readings) {
    const { body } = reading;
    if (!body || body.withdrawn || body.period !== period) continue;
    const key = `${body.indicator} ${body.school}`;
    if (body.at >= (cells.get(key)?.body?.at ?? 0)) cells.set(key, reading);
  }
  return cells;
}
