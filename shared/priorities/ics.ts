/** Something that falls on a day, or on some days in a row. */
export interface CalendarEvent {
  /** The same for as long as it is the same thing, so that a calendar that read it before changes it in place. */
  uid: string;
  /** The first day, and the day after the last, as ISO 8601. */
  start: string;
  end: string;
  summary: string;
  description?: string;
  url?: string;
}

/** Octets a line may have, its end left out (RFC 5545, 3.1). */
const widest = 75;

const octets = (codePoint: number) => (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4);

/** Folds a line so that none is longer than 75 octets, and no character is cut (RFC 5545, 3.1). */
export function foldLine(line: string): string {
  let folded = '';
  let width = 0;
  for (const character of line) {
    const more = octets(character.codePointAt(0) ?? 0);
    if (width + more > widest) {
      folded += '\r\n ';
      width = 1;
    }
    folded += character;
    width += more;
  }
  return folded;
}

/** A text as a value (RFC 5545, 3.3.11): backslash, semicolon, comma and line end are escaped, other controls dropped. */
export const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\t/g, ' ')
    .replace(/\p{Cc}/gu, '');

/** An address as a value (RFC 5545, 3.3.13): what no address holds would end the line. */
const uri = (url: string) => url.replace(/[\p{Cc} ]/gu, '');

const compact = (day: string) => day.replaceAll('-', '');

/** `20261125T181643Z`. */
const stamp = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/**
 * Events as an iCalendar object (RFC 5545), every one of whole days and taking up no one's time. `at` is when it was
 * made (milliseconds since 1970).
 */
export function icsOf(name: string, events: readonly CalendarEvent[], at: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Goldthread//Goldthread//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(name)}`,
  ];
  for (const { uid, start, end, summary, description, url } of events) {
    lines.push(
      'BEGIN:VEVENT',
      `UID:${escapeText(uid)}`,
      `DTSTAMP:${stamp(at)}`,
      `DTSTART;VALUE=DATE:${compact(start)}`,
      `DTEND;VALUE=DATE:${compact(end)}`,
      `SUMMARY:${escapeText(summary)}`,
    );
    if (description) lines.push(`DESCRIPTION:${escapeText(description)}`);
    if (url) lines.push(`URL:${uri(url)}`);
    lines.push('TRANSP:TRANSPARENT', 'END:VEVENT');
  }
  lines.push('END:VCALENDAR');
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}
