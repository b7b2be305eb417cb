/** When something in the demo happened, told from the day on which the demo is filled. */
export interface Moment {
  /** Negative: days ahead. */
  daysAgo: number;
  /** Of the day, for example `20:48`. */
  time: string;
}

/** A moment in milliseconds since 1970, where the machine is. */
export function timeOf({ daysAgo, time }: Moment, today: Date): number {
  const day = new Date(today);
  day.setDate(day.getDate() - daysAgo);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return day.setHours(hours, minutes, 0, 0);
}

/** A day as ISO 8601 writes it, where the machine is. */
export const dayOf = (at: number): string => {
  const day = new Date(at);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
};

/** Whether schools in England are commonly open: no weekend, summer or Christmas holiday. */
function isSchoolDay(day: Date): boolean {
  const [month, date, weekday] = [day.getMonth() + 1, day.getDate(), day.getDay()];
  const summer = (month === 7 && date > 20) || month === 8 || (month === 9 && date < 4);
  const christmas = (month === 12 && date > 18) || (month === 1 && date < 6);
  return weekday % 6 !== 0 && !summer && !christmas;
}

/** The last day on which schools were open, as ISO 8601: lessons are not seen in August. */
export function lastSchoolDay(at: number): string {
  const day = new Date(at);
  while (!isSchoolDay(day)) day.setDate(day.getDate() - 1);
  return dayOf(day.getTime());
}
