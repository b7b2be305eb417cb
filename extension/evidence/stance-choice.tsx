import { type Stance, stances } from '../../shared/evidence/evidence.ts';
import './stance-choice.css';
import { stanceWords } from './stance-words.ts';

interface StanceChoiceProps {
  stance: Stance | null;
  onStance: (stance: Stance | null) => void;
}

/** What a piece of evidence says to its priorities. Saying nothing is a fine answer: the same again takes it back. */
export function StanceChoice({ stance, onStance }: StanceChoiceProps) {
  return (
    <fieldset class="group">
      <legend>Stance</legend>
      <div class="stances">
        {stances.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={stance === one}
            onClick={() => onStance(stance === one ? null : one)}
          >
            {stanceWords[one]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
