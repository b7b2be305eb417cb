import { useEffect, useRef, useState } from 'preact/hooks';
import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import { followTaken, showTables } from '../platform/figures.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';

const figureForm = () => import('./figure-form.tsx').then(({ FigureForm }) => FigureForm);

/** How a figure of the file in the reader is recorded: it is taken there, and corrected and saved here. */
export function ReaderFigures({ tab, url }: { tab: number; url: string }) {
  const [taken, setTaken] = useState<{ told: ToldFigure; turn: number }>();
  const [done, setDone] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const gone = new AbortController();
    setDone(undefined);
    setTaken(undefined);
    const tell = (told: ToldFigure) => setTaken((before) => ({ told, turn: (before?.turn ?? 0) + 1 }));
    followTaken(tab, tell, gone.signal);
    return () => gone.abort();
  }, [tab, url]);
  const end = (words?: string) => {
    setTaken(undefined);
    setDone(words);
    if (words) announce(words);
    // What held the focus has gone.
    setTimeout(() => button.current?.focus(), 50);
  };
  if (taken) return <Later key={taken.turn} load={figureForm} props={{ told: taken.told, onDone: end }} />;
  return (
    <>
      {done && <p class="small soft">{done}</p>}
      <div class="row">
        <Button ref={button} onPress={() => showTables(tab)}>
          Record a figure
        </Button>
      </div>
    </>
  );
}
