import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Passage } from '../../shared/evidence/quote.ts';
import { trimPassage, wordsOf } from '../../shared/evidence/trim.ts';
import { Button } from '../ui/button.tsx';
import './trim.css';

interface TrimProps {
  passage: Passage;
  /** The passage as it is to be; the same where nothing was changed. */
  onDone: (trimmed: Passage) => void;
}

/** Moves where a passage begins and ends, a word at a time: by the arrow keys, by Home and End, or by dragging. */
export function Trim({ passage, onDone }: TrimProps) {
  const { exact } = passage;
  const words = useMemo(() => wordsOf(exact), [exact]);
  const [first, setFirst] = useState(0);
  const [last, setLast] = useState(words.length - 1);
  const from = words[first]?.from ?? 0;
  const to = words[last]?.to ?? exact.length;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') onDone(passage);
    else if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    else onDone(trimPassage(passage, from, to));
    event.preventDefault();
    event.stopPropagation();
  };
  const wordAt = (at: number) => exact.slice(words[at]?.from ?? 0, words[at]?.to);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend of its own.
    <div class="trim stack tight" role="group" aria-label="Trim the quote" ref={box} onKeyDown={onKeyDown}>
      <p class="quote boxed trim-words">
        <s>{exact.slice(0, from)}</s>
        <span>{exact.slice(from, to)}</span>
        <s>{exact.slice(to)}</s>
      </p>
      <End
        label="First word"
        at={first}
        most={words.length - 1}
        words={wordAt(first)}
        onAt={(at) => setFirst(Math.min(at, last))}
      />
      <End
        label="Last word"
        at={last}
        most={words.length - 1}
        words={wordAt(last)}
        onAt={(at) => setLast(Math.max(at, first))}
      />
      <div class="row">
        <Button onPress={() => onDone(trimPassage(passage, from, to))}>Keep these words</Button>
        <Button look="quiet" onPress={() => onDone(passage)}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

interface EndProps {
  label: string;
  at: number;
  most: number;
  words: string;
  onAt: (at: number) => void;
}

function End({ label, at, most, words, onAt }: EndProps) {
  const id = useId();
  return (
    <div class="trim-end">
      <label for={id} class="small">
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={most}
        value={at}
        aria-valuetext={words.slice(0, 60)}
        onInput={(event) => {
          onAt(Number(event.currentTarget.value));
        }}
      />
    </div>
  );
}
