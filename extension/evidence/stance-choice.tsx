import { type Stance, stances } from '../../shared/evidence/evidence.ts';
import { Select } from '../ui/select.tsx';
import { stanceWords } from './stance-words.ts';

const options = [
  { value: '' as const, label: 'Not said' },
  ...stances.map((value) => ({ value, label: stanceWords[value] })),
];

interface StanceChoiceProps {
  stance: Stance | null;
  onStance: (stance: Stance | null) => void;
}

/** What a piece of evidence says to its priorities. Saying nothing is a fine answer. */
export function StanceChoice({ stance, onStance }: StanceChoiceProps) {
  return (
    <Select<Stance | ''>
      label="Stance"
      value={stance ?? ''}
      options={options}
      onValue={(value) => onStance(value || null)}
    />
  );
}
