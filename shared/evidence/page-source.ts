/** What a page can be. `other` is what we have nothing to say of. */
export const sourceKinds = [
  'ofsted-report',
  'ofsted-provider',
  'gias',
  'performance',
  'statistics',
  'finance',
  'eef',
  'guidance',
  'research',
  'news',
  'other',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Whether what is read may be kept: by anybody, of one's own schools only, or not at all. */
export const accesses = ['open', 'restricted', 'refused'] as const;
export type Access = (typeof accesses)[number];

/**
 * The scale that an inspection used: report cards since 10 November 2025, or the four grades before. A grade is kept on
 * the scale that it was given on, and never converted.
 */
export const gradeScales = ['report-card', 'four-grades'] as const;
export type GradeScale = (typeof gradeScales)[number];

/** What an inspection said of one area. */
export interface Grade {
  area: string;
  grade: string;
  scale: GradeScale;
}

/** Numbers and names by which a source is known elsewhere, besides its DOI and its school's. */
export const identifierNames = [
  /** Of ERIC: `EJ1234567`. */
  'eric',
  'isbn',
  'issn',
  /** A page of gov.uk, by its content id. */
  'govuk',
  /** A file of Ofsted's. */
  'ofstedFile',
  /** A data set or a permanent table of Explore education statistics. */
  'dataSet',
  /** A group of establishments in Get information about schools. */
  'group',
  /** A trust, by its number at Companies House. */
  'company',
  /** A local authority, by its code. */
  'authority',
] as const;
export type IdentifierName = (typeof identifierNames)[number];

/** What a page says of itself. What it does not say is missing; nothing is guessed. */
export interface PageSource {
  url: string;
  /** Which page it is, behind whatever address: see `pageKey`; an article with a DOI is known by that. */
  key: string;
  kind: SourceKind;
  title?: string;
  publisher?: string;
  authors?: string[];
  /** ISO 8601, as exact as the page is: `2025`, `2025-11` or `2025-11-04`. */
  published?: string;
  updated?: string;
  /** When what it reports is of, canonical: `ay:2024`, `term:2024:autumn`, `fy:2024`, `day:2025-11-04`, … */
  period?: string;
  /** Lower case, without a resolver's address. */
  doi?: string;
  identifiers?: { [name in IdentifierName]?: string };
  /** The school (or setting, trust or authority) that the page is about, by name. */
  school?: string;
  urn?: string;
  /** `201/3614`. */
  laestab?: string;
  ukprn?: string;
  grades?: Grade[];
  withdrawn?: true;
  superseded?: true;
  access: Access;
  /** Why it is not open, for a person to read. */
  reason?: string;
  licence?: string;
  /** How to name it where it is quoted. */
  attribution?: string;
}

/** Whether a page is one that the panel has something to say of. */
export const isRelevant = ({ kind }: Pick<PageSource, 'kind'>): boolean => kind !== 'other';
