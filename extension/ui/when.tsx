import { useNow } from './now.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
const thisYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const otherYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

const dayOf = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/** A moment in the words that a person would use: 'just now', '5 minutes ago', 'yesterday', '3 March'. */
export function inWords(at: number, now: number): string {
  const ago = now - at;
  if (ago < minute) return 'just now';
  if (ago < hour) return relative.format(-Math.floor(ago / minute), 'minute');
  const days = Math.round((dayOf(now) - dayOf(at)) / day);
  if (days === 0) return relative.format(-Math.floor(ago / hour), 'hour');
  if (days < 7) return relative.format(-days, 'day');
  return onDay(at, now);
}

/** A day, with its year where that is not the present one. */
export function onDay(at: number, now: number): string {
  const same = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (same ? thisYear : otherYear).format(at);
}

/** A moment, in words that keep up with the clock; the exact time stays behind them. */
export function When({ at }: { at: number }) {
  const now = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} title={exact.format(at)}>
      {inWords(at, now)}
    </time>
  );
}
