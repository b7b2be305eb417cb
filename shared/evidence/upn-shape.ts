/** The shape of a unique pupil number: a letter, eleven digits, and a digit, or a letter for a temporary one. */
export const upnShape = /(?<![\p{L}\d])[A-Z]\d{11}[\dA-Z](?![\p{L}\d])/giu;

/** Whether a UPN stands in any text of a value. What marks and takes one out looks closer: see upns.ts. */
export const holdsUpn = (value: unknown): boolean =>
  JSON.stringify(value)
    .replace(/\\u.{4}|\\./g, ' ')
    .search(upnShape) >= 0;
