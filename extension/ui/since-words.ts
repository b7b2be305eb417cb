import { onDay } from './when.tsx';

const day = 24 * 60 * 60_000;
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' });

const dayOf = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/** A moment as it stands after 'since': '14:05', 'yesterday', 'Tuesday', '3 March'. */
export function sinceWords(at: number, now: number): string {
  const days = Math.round((dayOf(now) - dayOf(at)) / day);
  if (days <= 0) return time.format(at);
  if (days === 1) return 'yesterday';
  return days < 7 ? weekday.format(at) : onDay(at, now);
}
