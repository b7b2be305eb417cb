import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { addValue, editValue, Value } from '../../shared/cluster/values.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { RefusedList } from '../ui/refused-list.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { RedactButton } from './redact-button.tsx';
import { useMe } from './use-me.ts';
import { ValueForm } from './value-form.tsx';
import './values.css';

/** How: values, each with what it looks like in what people do. */
export function ValuesSection() {
  const { view } = useReplica();
  const me = useMe();
  const values = useLive(() => view.list(Value));
  const [open, setOpen] = useState<string>();
  if (!values || !me) return null;
  const may = can(me.actor, 'value.write');
  const held = values.filter(({ body }) => !body?.retired);
  const aside = values.filter(({ body }) => body?.retired);
  return (
    <section class="stack" aria-labelledby="values-title">
      <h2 id="values-title">How we work together</h2>
      {held.length === 0 && open !== 'new' && (
        <p class="soft prose-width">
          No values yet. A value is worth little until everyone can see it in what people do: write the behaviours that
          you adopt, and those that you do not tolerate.
        </p>
      )}
      <ul class="values">
        {held.map((value) => (
          <li key={value.id} class={`value${open === value.id ? ' edited' : ''}`}>
            {open === value.id ? (
              <ValueForm value={value} onDone={() => setOpen(undefined)} />
            ) : (
              <ValueCard value={value} may={may} onEdit={() => setOpen(value.id)} />
            )}
          </li>
        ))}
        {open === 'new' && (
          <li class="value edited">
            <ValueForm onDone={() => setOpen(undefined)} />
          </li>
        )}
      </ul>
      <RefusedList<{ title: string }> action={addValue} titleOf={({ title }) => title} advice={sentenceFor} />
      <RefusedList<{ title?: string }>
        action={editValue}
        titleOf={({ title }) => title ?? 'A change of a value'}
        advice={sentenceFor}
      />
      {open === undefined && (
        <div class="row">
          <Button {...(!may && { reason: 'Observers read along.' })} onPress={() => setOpen('new')}>
            Add a value
          </Button>
        </div>
      )}
      {aside.length > 0 && (
        <Disclosure summary={`Set aside (${aside.length})`}>
          <ul class="values">
            {aside.map((value) => (
              <li key={value.id} class="value">
                <ValueCard value={value} may={may} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

interface ValueCardProps {
  value: Record<Value>;
  may: boolean;
  onEdit?: () => void;
}

function ValueCard({ value: { id, rev, body }, may, onEdit }: ValueCardProps) {
  const { outbox } = useReplica();
  if (!body) return null;
  const setAside = async (retired: boolean) => {
    const done = await outbox.act(editValue, { id, rev, retired });
    if (done.ok) announce(retired ? `Set aside: ${body.title}` : `Taken up again: ${body.title}`);
  };
  return (
    <>
      <h3>{body.title}</h3>
      <Behaviours label="What we do" lines={body.adopt} />
      <Behaviours label="What we do not tolerate" lines={body.refuse} refused />
      {may && (
        <div class="row">
          {onEdit && (
            <Button look="quiet" label={`Edit ${body.title}`} onPress={onEdit}>
              Edit
            </Button>
          )}
          <Button
            look="quiet"
            label={`${body.retired ? 'Take up again' : 'Set aside'} ${body.title}`}
            onPress={() => setAside(!body.retired)}
          >
            {body.retired ? 'Take up again' : 'Set aside'}
          </Button>
          <RedactButton kind="value" id={id} label={body.title} />
        </div>
      )}
    </>
  );
}

function Behaviours({ label, lines, refused }: { label: string; lines: readonly string[]; refused?: boolean }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <p class="soft small">{label}</p>
      <ul class={`behaviours${refused ? ' refused' : ''}`} aria-label={label}>
        {lines.map((line) => (
          <li key={line}>
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
