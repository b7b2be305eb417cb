import { useEffect, useRef, useState } from 'preact/hooks';
import { accessOf } from '../../shared/evidence/source-access.ts';
import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { AccessReason } from './access-reason.tsx';
import { FigureForm } from './figure-form.tsx';
import { FigurePointing } from './figure-pointing.tsx';
import type { SavedFigure } from './take-back-figure.ts';

interface RecordFigureProps {
  tab: number;
  url: string;
  /** The frame in which a figure was clicked already. */
  clicked?: number | undefined;
  onDone: (words?: string, saved?: SavedFigure) => void;
}

/** A figure of the page beside the panel, on its way: pointed at, corrected, saved. */
export function RecordFigure({ tab, url, clicked, onDone }: RecordFigureProps) {
  const [taken, setTaken] = useState<ToldFigure>();
  const [nothing, setNothing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [nothing]);
  const access = accessOf({ url: taken?.url ?? url, title: taken?.title });
  if (access === 'refused' || nothing) {
    return (
      <div tabIndex={-1} ref={box} class="stack tight">
        <Notice>
          {nothing ? (
            <p>
              There is no figure to point at: no table, key statistic or list that Goldthread can read. Pages that load
              late may need a moment.
            </p>
          ) : (
            <AccessReason access={access} />
          )}
        </Notice>
        <div class="row">
          <Button onPress={() => onDone()}>Close</Button>
        </div>
      </div>
    );
  }
  if (taken) return <FigureForm told={taken} onDone={onDone} />;
  return (
    <FigurePointing
      tab={tab}
      clicked={clicked}
      onTaken={setTaken}
      onNothing={() => setNothing(true)}
      onLeft={() => onDone()}
    />
  );
}
