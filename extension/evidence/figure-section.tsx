import { useEffect, useRef, useState } from 'preact/hooks';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';

const recordFigure = () => import('./record-figure.tsx').then(({ RecordFigure }) => RecordFigure);

/** How a figure of the page beside the panel is recorded. */
export function FigureSection({ tab, url }: { tab: number; url: string }) {
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  // Another page has other figures.
  useEffect(() => {
    setOpen(false);
    setDone(undefined);
  }, [tab, url]);
  const end = (words?: string) => {
    setOpen(false);
    setDone(words);
    if (words) announce(words);
    // What held the focus has gone.
    setTimeout(() => button.current?.focus(), 50);
  };
  if (open) return <Later load={recordFigure} props={{ tab, url, onDone: end }} />;
  return (
    <>
      {done && <p class="small soft">{done}</p>}
      <div class="row">
        <Button ref={button} onPress={() => setOpen(true)}>
          Record a figure
        </Button>
      </div>
    </>
  );
}
