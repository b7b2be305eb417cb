import { FollowedSection } from '../cluster/followed-section.tsx';
import { PurposeSection } from '../cluster/purpose-section.tsx';
import { RulesSection } from '../cluster/rules-section.tsx';
import { ValuesSection } from '../cluster/values-section.tsx';
import { MissingSection } from '../evidence/missing-section.tsx';
import { FollowedNews } from '../reviews/followed-news.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';

/** Why and how: what the partnership is for, how its people deal with each other, and who has not been heard. */
export function PartnershipPlace() {
  return (
    <>
      <PlaceTitle>Partnership</PlaceTitle>
      <div class="stack wide">
        <PurposeSection />
        <ValuesSection />
        <RulesSection />
        <MissingSection />
        <FollowedSection News={FollowedNews} />
      </div>
    </>
  );
}
