import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { statusAmid } from '../../shared/priorities/figure-words.ts';
import { editIndicator, type Indicator, isFor } from '../../shared/priorities/indicator.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import type { Reading } from '../../shared/priorities/reading.ts';
import type { Record } from '../../shared/record.ts';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';
import { useNow } from '../ui/now.ts';
import { inWords } from '../ui/when.tsx';
import { schoolsWords } from './indicator-schools.tsx';
import { nameAmid, schoolIn, useScene } from './scene.ts';
import { type Entry, whyNotEnter } from './scrutiny-cell-check.ts';
import { countsText } from './scrutiny-figure.ts';

const entering = () => import('./reading-enter.tsx').then(({ EnterReading }) => EnterReading);
const editing = () => import('./indicator-form.tsx').then(({ IndicatorForm }) => IndicatorForm);

interface ScrutinyFootProps {
  id: string;
  indicator: (Record<Indicator> & { body: Indicator }) | undefined;
  /** The school of the cell; none where the row's name is looked at. */
  school: string | undefined;
  reading: Record<Reading> | undefined;
  entry: Entry;
  /** Why what was tried cannot be done. */
  said: string | undefined;
  /** What was opened here is closed: the cell is looked at again. */
  onDone: () => void;
}

/** What stands in the cell that is looked at, where it is from, and the ways to say more of it. */
export function ScrutinyFoot({ id, indicator, school, reading, entry, said, onDone }: ScrutinyFootProps) {
  const scene = useScene();
  const now = useNow();
  const [open, setOpen] = useState<string>();
  if (!indicator) return null;
  const { name } = indicator.body;
  const edit = `edit ${indicator.id}`;
  const more = school && `more ${indicator.id} ${school} ${entry.period}`;
  const mayEnter = school && !whyNotEnter(scene, indicator, school, entry);
  const close = () => {
    setOpen(undefined);
    onDone();
  };
  return (
    <>
      <p class="small" id={id} role={said ? 'alert' : undefined}>
        {said ?? told()}
      </p>
      {open === edit && (
        <div class="sheet measure">
          <Later load={editing} props={{ indicator, onDone: close }} />
        </div>
      )}
      {more && open === more && (
        <div class="sheet measure">
          <Later
            key={more}
            load={entering}
            props={{
              indicator: indicator.id,
              school,
              period: entry.period,
              fixed: true,
              onDone: close,
              onLeave: close,
            }}
          />
        </div>
      )}
      {open !== edit && open !== more && (
        <div class="row">
          {more && mayEnter && (
            <Button
              look="quiet"
              label={`More about this figure: ${schoolIn(scene, school)}, ${name}`}
              onPress={() => setOpen(more)}
            >
              More about this figure
            </Button>
          )}
          {can(scene.me, editIndicator.capability) && (
            <Button look="quiet" label={`Edit this indicator: ${name}`} onPress={() => setOpen(edit)}>
              Edit this indicator
            </Button>
          )}
        </div>
      )}
    </>
  );

  function told(): string {
    if (!indicator) return '';
    if (!school)
      return [name, indicator.body.about, schoolsWords(indicator.body, scene.schools)].filter(Boolean).join('. ');
    const named = schoolIn(scene, school);
    if (!reading?.body) {
      return isFor(indicator, school)
        ? `${named}: nothing is entered for ${periodLabel(entry.period)}.`
        : `${named}: this indicator is not for this school.`;
    }
    const { by, at, status, source, replaces } = reading.body;
    const from = [
      countsText(reading.body),
      statusAmid(status),
      source && `from ${source.title}`,
      replaces && 'in the place of an earlier figure',
    ];
    return `${named}: ${from.filter(Boolean).join(', ')}. Entered by ${nameAmid(scene, by)}, ${inWords(at, now)}.`;
  }
}
