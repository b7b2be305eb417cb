import { hrefTo } from '../ui/route.ts';
import { reviewTitle } from './review-words.ts';
import type { SignOffWaiting } from './use-sign-offs-owed.ts';

/** Reviews that are written, and wait for the word of a school of the one who looks. */
export function SignOffsWaiting({ owed }: { owed: readonly SignOffWaiting[] }) {
  if (owed.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="waiting-signed">
      <h2 id="waiting-signed">To read and sign</h2>
      <ul class="stack tight">
        {owed.map((one) => (
          <li key={`${one.review} ${one.school}`}>
            <a href={hrefTo('publish', 'review', one.review)}>{reviewTitle(one)}</a>
            <span class="small soft"> · for {one.name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
