import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import { type PointingAt, pointAtFigures } from '../platform/figures.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';

interface FigurePointingProps {
  tab: number;
  /** The frame in which a figure was clicked already. */
  clicked?: number | undefined;
  onTaken: (told: ToldFigure) => void;
  /** The page has no figures, or lets nobody in. */
  onNothing: () => void;
  onLeft: () => void;
}

const notThere = 'There is no figure where you clicked.';

type Arrow = 'left' | 'right' | 'up' | 'down';

const arrows: { [key: string]: Arrow | undefined } = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What a figure's headers say of it, and the figure. */
export function figureWords({ figures: [figure, ...more] }: ToldFigure): string {
  if (!figure) return '';
  if (more.length > 0) return `A chart of ${more.length + 1} figures`;
  const head = [...figure.row, ...figure.column];
  if (head.length === 0 && figure.beside) head.push(figure.beside);
  return `${head.join(' · ')}${head.length > 0 ? ': ' : ''}${figure.text || 'nothing is given'}`;
}

/** While a person points: which figure it is, and the keys that move and take it. */
export function FigurePointing({ tab, clicked, onTaken, onNothing, onLeft }: FigurePointingProps) {
  const [at, setAt] = useState<ToldFigure>();
  const [missed, setMissed] = useState(false);
  const pointing = useRef<PointingAt | undefined>(undefined);
  const early = useRef<Arrow | undefined>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    const ending = new AbortController();
    const figure = (told: ToldFigure) => {
      if (told.how === 'taken') return onTaken(told);
      setAt(told);
      announce(figureWords(told));
    };
    const onMissed = () => {
      setMissed(true);
      announce(notThere);
    };
    void pointAtFigures(tab, { figure, missed: onMissed, left: onLeft }, ending.signal, clicked).then((begun) => {
      pointing.current = begun;
      // A key that came before the page was ready.
      if (begun && early.current) begun.point(early.current);
      if (!begun && !ending.signal.aborted) onNothing();
    });
    box.current?.focus();
    return () => ending.abort();
  }, [tab]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = arrows[event.key];
    if (to && !pointing.current) early.current = to;
    else if (to) pointing.current?.point(to);
    else if (event.key === 'Escape') onLeft();
    else if (event.key === 'Enter' && event.target === box.current) pointing.current?.point('take');
    else return;
    event.preventDefault();
  };
  return (
    <div
      class="notice hint"
      // Arrow keys are ours here, whatever reads the screen aloud.
      role="application"
      aria-label="Point at a figure"
      aria-describedby={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys that move the outline.
      tabIndex={0}
      ref={box}
      onKeyDown={onKeyDown}
    >
      <p id={id}>
        {missed && `${notThere} `}Click a figure on the page. Or move with the arrow keys, take it with <kbd>Enter</kbd>
        , leave with <kbd>Esc</kbd>.
      </p>
      {at && <p class="small">{figureWords(at)}</p>}
      <div class="row">
        {at && <Button onPress={() => pointing.current?.point('take')}>Take this figure</Button>}
        {at && (
          <Button look="quiet" onPress={() => pointing.current?.point('table')}>
            Keep its table
          </Button>
        )}
        <Button look="quiet" onPress={onLeft}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
