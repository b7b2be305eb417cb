import type { Evidence } from '../../shared/evidence/evidence.ts';
import { differencesOf, weighingsOf } from '../../shared/evidence/weighing.ts';
import type { Record } from '../../shared/record.ts';
import { counted } from '../cluster/wording.ts';
import { summaryWords } from './weigh-words.ts';
import { useWeighedNow } from './weighed-store.ts';
import './weighings.css';

/** What people made of an entry, in a line: how strong, how many weighed it, and so what. */
export function WeighSummary({ record }: { record: Record<Evidence> }) {
  const now = useWeighedNow();
  const held = weighingsOf(now?.byPiece.get(record.id) ?? [], record);
  const said = now?.responses.get(record.id);
  if (held.length === 0 && !said) return null;
  const soWhat = held.find((one) => one.soWhat)?.soWhat;
  const parts = [
    summaryWords(held, differencesOf(held).length > 0),
    said && counted(said.all, 'response', 'responses'),
    said && said.open > 0 && `${said.open} not answered`,
    soWhat && `So what: ${soWhat}`,
  ];
  return <p class="small weigh-summary">{parts.filter(Boolean).join(' · ')}</p>;
}
