import type { RefObject, TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { longestQuery } from '../../../shared/evidence/query.ts';
import type { Facet } from '../../replica/search/facets.ts';
import { Button } from '../../ui/button.tsx';
import '../../ui/field.css';
import { complete, type Offer } from './completion.ts';
import './search-line.css';

interface SearchLineProps {
  line: string;
  onLine: (line: string) => void;
  facets: readonly Facet[];
  /** Somebody is about to type. */
  onBegin: () => void;
  input: RefObject<HTMLInputElement | null>;
}

/** One line to search in, which offers what may be meant: a combobox after the ARIA pattern. */
export function SearchLine({ line, onLine, facets, onBegin, input }: SearchLineProps) {
  const id = useId();
  /** The place in the line for which something is offered. */
  const [at, setAt] = useState<number>();
  const [active, setActive] = useState(-1);
  const caret = useRef<number>(undefined);
  const { offers, from, to } = at === undefined ? closed : complete(line, at, facets);
  const open = offers.length > 0;

  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });
  const openAt = (place: number | undefined) => {
    setAt(place);
    setActive(-1);
  };
  const take = ({ text }: Offer) => {
    const end = from + text.length;
    onLine(line.slice(0, from) + text + line.slice(to).trimStart());
    caret.current = end;
    // A name goes on to its values.
    openAt(text.endsWith(':') ? end : undefined);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (open) setActive(((active + step + offers.length + 2) % (offers.length + 1)) - 1);
      else openAt(event.currentTarget.selectionStart ?? line.length);
      return;
    }
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      const offer = offers[active];
      if (offer) take(offer);
      else openAt(undefined);
    }
    if (event.key === 'Escape' && open) {
      event.preventDefault();
      openAt(undefined);
    }
  };
  return (
    <div class="search-line">
      <input
        ref={input}
        class="input"
        type="search"
        // biome-ignore lint/a11y/noRedundantRoles: it has no list of the browser's, from which the role would follow.
        role="combobox"
        list={undefined}
        aria-label="Search the log"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-offers`}
        aria-activedescendant={offers[active] ? `${id}-${active}` : undefined}
        placeholder="Words, “exact words”, tag:…"
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        maxLength={longestQuery}
        value={line}
        onFocus={onBegin}
        onInput={(event) => {
          const { value, selectionStart } = event.currentTarget;
          const place = selectionStart ?? value.length;
          onLine(value);
          // Between two words nothing is begun.
          openAt(/\S$/.test(value.slice(0, place)) ? place : undefined);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => openAt(undefined)}
      />
      <Button
        onPress={() => {
          const end = line === '' || line.endsWith(' ') ? line : `${line} `;
          onLine(end);
          input.current?.focus();
          caret.current = end.length;
          openAt(end.length);
        }}
      >
        Narrow
      </Button>
      {open && (
        <div class="search-offers" id={`${id}-offers`} role="listbox" aria-label="Suggestions">
          {offers.map((offer, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the line's, where the focus is.
            <div
              key={`${offer.hint} ${offer.text}`}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === active}
              ref={i === active ? (item) => item?.scrollIntoView({ block: 'nearest' }) : null}
              // The focus stays in the line.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(offer)}
            >
              <span>{offer.label}</span> <span class="soft small">{offer.hint}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

const closed = { offers: [], from: 0, to: 0 };
