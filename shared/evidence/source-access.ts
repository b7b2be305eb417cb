import type { Access } from './page-source.ts';

/** Services behind a sign-in that list pupils by name. */
const refused = ['viewyourdata.education.gov.uk', 'www.analyse-school-performance.service.gov.uk'];
/** Services behind a sign-in that tell of schools what is not public. */
const restricted = ['get-school-improvement-insights.education.gov.uk'];

/** Ofsted's inspection data summary report, which is to be shared securely and is known by its title alone. */
const summaryReport = /\bIDSR\b|\binspection data summary report\b/i;

/** A source as far as it is known. */
interface Known {
  url: string;
  title?: string | undefined;
  /** As a recogniser of the page said it. */
  access?: Access | undefined;
}

/**
 * What may be kept of a page or document: of what is `restricted` only figures about one's own schools, never published;
 * of what is `refused` nothing. By its address and title alone, for where no page was recognised.
 */
export function accessOf({ url, title = '', access }: Known): Access {
  if (access && access !== 'open') return access;
  const parsed = URL.parse(url);
  const host = parsed?.hostname.replace(/\.$/, '') ?? '';
  if (refused.includes(host)) return 'refused';
  // What is said about such reports is published on gov.uk, in pages.
  const isDocument = parsed?.protocol === 'file:' || /\.pdf$/i.test(parsed?.pathname ?? '') || /\.pdf\b/i.test(title);
  const isSummary = isDocument && summaryReport.test(`${title} ${parsed?.pathname.replaceAll(/[-_+]|%20/g, ' ')}`);
  return restricted.includes(host) || isSummary ? 'restricted' : 'open';
}
