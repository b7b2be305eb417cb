import { useRef, useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { usePeople } from '../cluster/use-people.ts';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';
import './out-and-in.css';

const takeOut = () => import('./out/take-out.tsx').then(({ TakeOut }) => TakeOut);
const bringIn = () => import('./in/bring-in.tsx').then(({ BringIn }) => BringIn);

/** The ways of evidence out of the log and into it, as files. */
export function OutAndIn() {
  const people = usePeople();
  const [open, setOpen] = useState<'out' | 'in'>();
  const row = useRef<HTMLDivElement>(null);
  if (!people?.me) return null;
  const mayBring = can(people.me, saveEvidence.capability);
  const close = () => {
    const at = open === 'in' ? 1 : 0;
    setOpen(undefined);
    row.current?.querySelectorAll('button')[at]?.focus();
  };
  const toggle = (which: 'out' | 'in') => setOpen(open === which ? undefined : which);
  return (
    <div class="stack tight">
      <div class="row" ref={row}>
        <Button look="quiet" aria-expanded={open === 'out'} onPress={() => toggle('out')}>
          Take out…
        </Button>
        {mayBring && (
          <Button look="quiet" aria-expanded={open === 'in'} onPress={() => toggle('in')}>
            Bring in…
          </Button>
        )}
      </div>
      {open && (
        <div class="out-and-in-open">
          {open === 'out' ? (
            <Later load={takeOut} props={{ onDone: close }} />
          ) : (
            <Later load={bringIn} props={{ onDone: close }} />
          )}
        </div>
      )}
    </div>
  );
}
