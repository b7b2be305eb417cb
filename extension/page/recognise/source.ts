import type { PageSource, SourceKind } from '../../../shared/evidence/page-source.ts';
import type { Address } from './address.ts';
import type { Page } from './page.ts';

/** What a source reads from its pages; what is `undefined` is missing. */
export type Said = { [K in keyof PageSource]?: PageSource[K] | undefined };

/** What an address tells by itself, or with its page. */
export interface Told extends Said {
  kind: SourceKind;
}

/** A site, or whatever else gives pages of its own kind: which addresses are its, and what it reads from a page. */
export interface Source {
  /** The name of its file and of its fixtures. */
  name: string;
  /** Hosts without `www.`. Absent where any host may have such pages. */
  hosts?: readonly string[];
  /** What the address of a page tells, or `undefined` where it is none of this source's pages. */
  at(address: Address): Told | undefined;
  /** What a page tells whose address does not tell enough. It may say another kind than its address does. */
  within?(page: Page, told: Told | undefined): Told | undefined;
  /** What every page of it has in common. */
  common?: Said;
  /** What its pages say in a markup of their own, and nowhere in a standard one. */
  read?(page: Page): Said;
  /** What its pages say in a standard way but not rightly. */
  instead?(page: Page): Said;
  /** What its titles end with that is no part of them. */
  ending?: RegExp;
}

/** Pages that every site has and that nobody reads for evidence. */
const service =
  /^\/(about|about-us|about-this-site|accessib\w*|accessibility-(statement|policy)|account|advertis\w*|auth|careers|contact|contact-us|cookie|cookies|cookie-(policy|preferences|settings|details)|disclaimer|events?|faqs?|feedback|help|jobs?|legal|log-?(in|out)|my-account|newsletters?|privacy|privacy-(policy|notice|statement)|register|search|shop|sign-?(in|out|up)|sitemap|subscribe|subscriptions?|team|terms|terms-(and|of)-\w+|terms-conditions|wp-\w+)(\/|$|\.)/;

export const isService = ({ path }: Address): boolean => service.test(path);
export const isHome = ({ path }: Address): boolean => path === '/' || path === '/home';

/** Open Government Licence pages, and how the licence asks to be attributed. */
export const ogl = 'Open Government Licence v3.0';
/** Ordinary copyright: quoted shortly, with its source. */
export const copyright = 'Copyright: quote shortly, and say where from';
