import { PlaceTitle } from '../ui/place-title.tsx';
import { hrefTo } from '../ui/route.ts';

/** A title for what is not there, or not yet, with the way back. */
export function BackToPeople({ title }: { title: string }) {
  return (
    <>
      <PlaceTitle>{title}</PlaceTitle>
      <p class="back">
        <a href={hrefTo('people')}>Back to people</a>
      </p>
    </>
  );
}
