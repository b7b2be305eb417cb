import { useEffect, useRef, useState } from 'preact/hooks';
import { getMeta, setMeta } from '../replica/database.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import type { SavedFigure } from './take-back-figure.ts';
import { Undo } from './undo.tsx';

const recordFigure = () => import('./record-figure.tsx').then(({ RecordFigure }) => RecordFigure);

/** So long after it was clicked, in milliseconds, a panel that has just opened still records a figure. */
const patience = 30_000;

/** How a figure of the page beside the panel is recorded. */
export function FigureSection({ tab, url }: { tab: number; url: string }) {
  const replica = useReplica();
  /** Whether a figure is being recorded: one that is to be pointed at, or one that was clicked in a frame. */
  const [open, setOpen] = useState<{ clicked?: number }>();
  const [done, setDone] = useState<{ words: string; saved?: SavedFigure | undefined; failed?: boolean }>();
  const button = useRef<HTMLButtonElement>(null);
  // Another page has other figures.
  useEffect(() => {
    setOpen(undefined);
    setDone(undefined);
  }, [tab, url]);
  const asked = useLive(() => getMeta(replica.db, 'clickedFigure'));
  useEffect(() => {
    // Of one that nobody was there to record, nobody thinks any longer.
    if (!asked || asked.taken || asked.tab !== tab || Date.now() - asked.at > patience) return;
    void setMeta(replica.db, 'clickedFigure', { ...asked, taken: true });
    setDone(undefined);
    setOpen({ clicked: asked.frame });
  }, [asked?.at, tab]);
  // What held the focus has gone.
  const focus = () => setTimeout(() => button.current?.focus(), 50);
  const end = (words?: string, saved?: SavedFigure) => {
    setOpen(undefined);
    setDone(words === undefined ? undefined : { words, saved });
    if (words && !saved) announce(words);
    if (!saved) focus();
  };
  const undo = async (words: string, saved: SavedFigure) => {
    const { takeBackFigure } = await import('./take-back-figure.ts');
    const { ok } = await takeBackFigure(replica, saved);
    setDone(ok ? { words: 'Taken back.' } : { words, failed: true });
    if (ok) announce('Taken back.');
    focus();
  };
  if (open) return <Later key={asked?.at} load={recordFigure} props={{ tab, url, ...open, onDone: end }} />;
  const { words, saved, failed } = done ?? {};
  return (
    <>
      {words && saved && (
        <Undo
          key={saved.reading}
          words={words}
          focus
          onUndo={() => undo(words, saved)}
          onOver={(focused) => {
            setDone({ words });
            if (focused) focus();
          }}
        />
      )}
      {words && !saved && <p class="small soft">{words}</p>}
      {failed && (
        <Alert>
          <p>It could not be taken back. Withdraw the entry in the log, and the figure under Priorities.</p>
        </Alert>
      )}
      <div class="row">
        <Button ref={button} onPress={() => setOpen({})}>
          Record a figure
        </Button>
      </div>
    </>
  );
}
