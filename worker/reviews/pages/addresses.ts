import type { PublicStanding } from '../../../shared/reviews/public-review.ts';

/** The partnership whose page it is, and where its pages are. */
export interface Site {
  /** Scheme and host, for addresses that leave the page: in feeds, on paper. */
  origin: string;
  slug: string;
  standing: PublicStanding;
}

/** What the list of a partnership's editions has of each. */
export interface EditionLine {
  path: string;
  n: number;
  published: number;
  withdrawn?: { at: number; reason: string };
}

export const homeOf = ({ slug }: Pick<Site, 'slug'>): string => `/${slug}`;
export const askOf = ({ slug }: Pick<Site, 'slug'>, about?: string): string =>
  `/${slug}/ask${about ? `?about=${about}` : ''}`;
export const answersOf = ({ slug }: Pick<Site, 'slug'>): string => `/${slug}/answers`;
/** One answer, by its public id: it stays there when others come before it. */
export const answerOf = (site: Pick<Site, 'slug'>, id: string): string => `${answersOf(site)}/${id}`;

/** Where an edition is: without its number, the newest of its period. */
export const editionAt = ({ slug }: Pick<Site, 'slug'>, path: string, n?: number): string =>
  n === undefined ? `/${slug}/${path}` : `/${slug}/${path}/${n}`;
