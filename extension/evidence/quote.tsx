import type { RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Passage } from '../../shared/evidence/quote.ts';
import { Button } from '../ui/button.tsx';
import './quote.css';

/** Words from a page, in quotation marks. Only ever text. */
function Passages({ passages }: { passages: readonly Passage[] }) {
  return (
    <>
      {passages.map((passage) => (
        <p key={`${passage.start}-${passage.end}`}>{passage.exact}</p>
      ))}
    </>
  );
}

/** A quote in the log: the first lines, and all of it when asked for. */
export function Quote({ passages, list }: { passages: readonly Passage[]; list?: boolean }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLQuoteElement>(null);
  const cut = useCut(box);
  if (passages.length === 0) return null;
  return (
    <>
      <blockquote id={id} ref={box} class={`quote${list ? ' item' : ''}${open ? '' : ' clamped'}`}>
        <Passages passages={passages} />
      </blockquote>
      {cut && (
        <div>
          <Button look="quiet" aria-expanded={open} aria-controls={id} onPress={() => setOpen(!open)}>
            {open ? 'Show less' : 'Show the whole quote'}
          </Button>
        </div>
      )}
    </>
  );
}

/** Whether a clamped box hides something, at whatever width it has. An open one keeps its last answer. */
function useCut(box: RefObject<HTMLElement | null>): boolean {
  const [cut, setCut] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      if (element.classList.contains('clamped')) setCut(element.scrollHeight > element.clientHeight + 1);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return cut;
}

/** A quote on the card in hand: all of it, in a box that scrolls. An item of a list stands without its marks. */
export function QuoteBox({ passages, list }: { passages: readonly Passage[]; list?: boolean }) {
  if (passages.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <blockquote class={`quote boxed${list ? ' item' : ''}`} tabIndex={0} aria-label={list ? 'Item' : 'Quote'}>
      <Passages passages={passages} />
    </blockquote>
  );
}
