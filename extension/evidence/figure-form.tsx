import { useEffect, useRef, useState } from 'preact/hooks';
import type { Table } from '../../shared/evidence/table.ts';
import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { Select } from '../ui/select.tsx';
import { AccessReason } from './access-reason.tsx';
import './card.css';
import { draftOf, wholeTable } from './figure-draft.ts';
import { FigureFields } from './figure-fields.tsx';
import type { SavedFigure } from './take-back-figure.ts';
import { useFigureProposal } from './use-figure-proposal.ts';

interface FigureFormProps {
  told: ToldFigure;
  onDone: (words?: string, saved?: SavedFigure) => void;
}

/** What was taken from the page: a figure to be recorded, or a table to be kept. */
export function FigureForm({ told, onDone }: FigureFormProps) {
  const { drafts } = useReplica();
  const proposal = useFigureProposal(told);
  const [point, setPoint] = useState(0);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const keep = async (table: Table, withheld = false) => {
    await drafts.begin(draftOf(told, table, withheld));
    onDone('It is in hand, above.');
  };
  const whole = told.table && wholeTable(told);
  useEffect(() => {
    if (whole && proposal && !proposal.own) void keep(whole);
  }, [proposal !== undefined]);
  if (!proposal) return null;
  const figure = told.figures[point];
  return (
    <section class="card" aria-label="Record a figure" tabIndex={-1} ref={box}>
      {told.table && !whole && (
        <Notice>
          <p>That is more than an entry of the log holds. Select the rows that matter on the page, then try again.</p>
        </Notice>
      )}
      {told.table && proposal.own && (
        <Notice>
          <AccessReason access="restricted" />
        </Notice>
      )}
      {told.figures.length > 1 && (
        <Select
          label="Which of the chart’s figures"
          value={String(point)}
          options={told.figures.map(({ row, column, text }, i) => ({
            value: String(i),
            label: `${[...row, ...column].join(' · ')}: ${text}`,
          }))}
          onValue={(value) => setPoint(Number(value))}
        />
      )}
      {figure ? (
        <FigureFields key={point} told={told} figure={figure} proposal={proposal} onKeep={keep} onDone={onDone} />
      ) : (
        <div class="row">
          <Button onPress={() => onDone()}>Close</Button>
        </div>
      )}
    </section>
  );
}
