import '../cycles/cycles.css';
import { ForMeeting } from '../cycles/meeting.tsx';
import { RefusedDeeds } from '../cycles/refused-deeds.tsx';
import { OthersNews } from '../reviews/others-news.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';

/** For our meeting: since we last met. */
export const MeetingPlace = () => (
  <>
    <PlaceTitle>For our meeting</PlaceTitle>
    <RefusedDeeds />
    <ForMeeting />
    <OthersNews />
  </>
);
