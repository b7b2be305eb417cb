import type { TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { announce } from '../ui/announce.tsx';
import { Labelled, type Labels } from '../ui/labelled.tsx';
import './mention-area.css';
import { type Named, nameBegun, namesFor, withName } from './mentions.ts';

interface MentionAreaProps extends Labels {
  value: string;
  onValue: (value: string) => void;
  /** Who can be named. */
  all: readonly Named[];
  focus?: boolean;
}

/** Several lines to type, in which an `@` offers people and schools: arrows and Enter choose, Escape closes. */
export function MentionArea({ label, hint, problem, value, onValue, all, focus }: MentionAreaProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [closedAt, setClosedAt] = useState<number>();
  const putAt = useRef<number>(undefined);
  const begun = nameBegun(value, caret);
  const offered = begun && begun.from !== closedAt ? namesFor(begun.typed, all) : [];
  const at = Math.min(chosen, Math.max(0, offered.length - 1));
  useLayoutEffect(() => {
    if (focus) area.current?.focus();
  }, [focus]);
  useLayoutEffect(() => {
    if (putAt.current === undefined) return;
    area.current?.setSelectionRange(putAt.current, putAt.current);
    putAt.current = undefined;
  });
  useLayoutEffect(() => {
    if (offered.length > 0) announce(`${offered.length} to choose from with the arrows and Enter`);
  }, [offered.length]);

  const take = (one: Named | undefined) => {
    if (!one || !begun) return;
    const put = withName(value, begun.from, caret, one.name);
    putAt.current = put.caret;
    setCaret(put.caret);
    setChosen(0);
    onValue(put.text);
    area.current?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (offered.length === 0 || event.isComposing || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setChosen((at + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(offered[at]);
    else if (event.key === 'Escape') setClosedAt(begun?.from);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="mention-area">
      <Labelled {...{ label, hint, problem }}>
        {(box) => (
          <textarea
            {...box}
            ref={area}
            rows={3}
            maxLength={4000}
            value={value}
            aria-autocomplete="list"
            aria-controls={offered.length > 0 ? `${id}-names` : undefined}
            aria-activedescendant={offered.length > 0 ? `${id}-${at}` : undefined}
            onInput={(event) => {
              setCaret(event.currentTarget.selectionStart);
              setChosen(0);
              onValue(event.currentTarget.value);
            }}
            onKeyDown={onKeyDown}
            onKeyUp={(event) => setCaret(event.currentTarget.selectionStart)}
            onClick={(event) => setCaret(event.currentTarget.selectionStart)}
            onBlur={() => setClosedAt(begun?.from)}
            onFocus={() => setClosedAt(undefined)}
          />
        )}
      </Labelled>
      {offered.length > 0 && (
        <div class="mention-names" role="listbox" id={`${id}-names`} aria-label="People and schools">
          {offered.map((one, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the field, which has the focus.
            // biome-ignore lint/a11y/useFocusableInteractive: the field names the active one.
            <div
              key={one.id}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === at}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(one)}
            >
              {one.name}
              <span class="soft small"> {one.kind === 'school' ? 'school' : ''}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
