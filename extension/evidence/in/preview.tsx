import { useState } from 'preact/hooks';
import { counted } from '../../cluster/wording.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { nameOf, type Plan, type Planned } from './plan.ts';

/** So many lines are shown at first. */
const shown = 20;

const places = { line: 'Line', item: 'Item', row: 'Row' } as const;

/** Lines, of which more come when they are asked for. */
function Lines({ lines }: { lines: readonly string[] }) {
  const [most, setMost] = useState(shown);
  return (
    <>
      <ul class="in-lines small">
        {lines.slice(0, most).map((line, i) => (
          <li key={i}>{line}</li>
        ))}
      </ul>
      {lines.length > most && (
        <div class="row">
          <Button look="quiet" onPress={() => setMost(most + 10 * shown)}>
            {`Show more (${lines.length - most})`}
          </Button>
        </div>
      )}
    </>
  );
}

/** How an entry reads in one line: its source, then the beginning of what is kept of it. */
function lineOf(entry: Planned): string {
  const { source, passages, note, tags } = entry.body;
  const kept = passages[0]?.exact ?? (source?.title ? note : '');
  const words = kept.replace(/\s+/g, ' ');
  const parts = [
    nameOf(entry),
    words && `“${words.length > 120 ? `${words.slice(0, 119)}…` : words}”`,
    tags.join(', '),
  ];
  return [...new Set(parts.filter(Boolean))].join(' · ');
}

/** What bringing a file in will do, before it does. */
export function Preview({ plan: { fresh, known, alike, unread, counts } }: { plan: Plan }) {
  return (
    <div class="stack tight">
      {fresh.length > 0 && (
        <Disclosure summary={`${counted(fresh.length, 'entry', 'entries')} to add`} open={true}>
          <Lines lines={fresh.map(lineOf)} />
        </Disclosure>
      )}
      {known.length > 0 && (
        <Disclosure summary={`${counted(known.length, 'was', 'were')} brought in before`}>
          <Lines lines={known.map(lineOf)} />
        </Disclosure>
      )}
      {alike.length > 0 && (
        <Disclosure summary={`${counted(alike.length, 'is', 'are')} in the log already, in the same words`}>
          <Lines lines={alike.map(lineOf)} />
        </Disclosure>
      )}
      {unread.length > 0 && (
        <Disclosure summary={`${unread.length} cannot be brought in`} open={fresh.length === 0}>
          <Lines lines={unread.map(({ at, what, why }) => `${places[counts]} ${at}: ${what} — ${why}`)} />
        </Disclosure>
      )}
    </div>
  );
}
