import { useState } from 'preact/hooks';
import { findPupilData } from '../../shared/evidence/pupil-data.ts';
import { namesIn, unagreed } from '../../shared/reviews/consent.ts';
import { partsOfNames } from '../../shared/reviews/safe-words.ts';
import { withoutNames } from '../../shared/reviews/without-names.ts';
import { Choice } from '../ui/choice.tsx';
import { Notice } from '../ui/notice.tsx';
import { useReviews } from './use-reviews.ts';

/** What in words that everybody will read is to be looked at first, and whether a person has looked. */
export interface PublicLooks {
  /** Whether something has not been looked at. */
  unseen: boolean;
  /** What may tell of one person, and which colleagues are not named; nothing where there is none. */
  notices: preact.ComponentChildren;
}

/** Looks through words before they are published, as the rule of publishing does. */
export function usePublicLooks(text: string): PublicLooks {
  const scene = useReviews();
  const [looked, setLooked] = useState('');
  const unnamed = unagreed(scene);
  const removed = namesIn(unnamed, text);
  const words = withoutNames(unnamed)(text);
  const places = [...findPupilData(words), ...partsOfNames(unnamed, words)];
  const found = [...new Set(places.map(({ start, end }) => words.slice(start, end)))];
  const unseen = found.length > 0 && looked !== found.join('\n');
  const notices = (
    <>
      {removed.length > 0 && (
        <Notice>
          <p>
            These colleagues have not said that they may be named: {removed.join(', ')}. Each is published as ‘a
            colleague’.
          </p>
        </Notice>
      )}
      {found.length > 0 && (
        <Notice look="trouble">
          <p>This may tell of one person. Everybody will be able to read it:</p>
          <ul class="meeting-lines">
            {found.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <Choice type="checkbox" checked={!unseen} onChecked={(on) => setLooked(on ? found.join('\n') : '')}>
            I have looked: it may stand
          </Choice>
        </Notice>
      )}
    </>
  );
  return { unseen, notices };
}

/** Why a form cannot be sent yet. */
export const lookFirst = ({ unseen }: PublicLooks): string | undefined =>
  unseen ? 'Look first at what may tell of a person.' : undefined;
