import { useState } from 'preact/hooks';
import { Response } from '../../shared/evidence/response.ts';
import type { FiguresProps } from '../priorities/progress-beside.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { useReplica } from '../ui/replica.ts';
import { Select } from '../ui/select.tsx';
import { useLive } from '../ui/use-live.ts';
import { Responses } from './responses.tsx';
import { saidWords } from './talk.tsx';

const kind = 'reading';

/** What is said to the figures of an indicator: one of them at a time, what was responded to first. */
export function FigureTalk({ name, figures }: FiguresProps) {
  const { view } = useReplica();
  const responses = useLive(async () => (await view.list(Response)).filter(({ body }) => body?.to.kind === kind));
  const [chosen, setChosen] = useState('');
  if (!responses || figures.length === 0) return null;
  const options = figures.map(({ id, label }) => {
    const said = responses.some(({ body }) => body?.to.id === id);
    return { value: id, label: said ? `${label} (${saidWords(responses, { kind, id })})` : label, said };
  });
  const said = options.filter((one) => one.said);
  const id = options.some(({ value }) => value === chosen) ? chosen : (said[0] ?? options[0])?.value;
  return (
    <Disclosure
      summary={said.length > 0 ? `Support and challenge (${said.length}): ${name}` : `Support and challenge: ${name}`}
    >
      <div class="stack">
        <Select label="Which figure?" value={id ?? ''} options={options} onValue={setChosen} />
        {id && <Responses key={id} to={{ kind, id }} />}
      </div>
    </Disclosure>
  );
}
