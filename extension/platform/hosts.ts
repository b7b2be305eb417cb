/**
 * The education sites (their addresses, less those that list pupils) to which access is required from the first day.
 * The list is frozen by a test: a host added later would disable the extension on every machine until each person has
 * accepted it, so a later site goes into the optional permissions.
 */
export const requiredHosts = [
  'https://reports.ofsted.gov.uk/*',
  'https://www.ofsted.gov.uk/*',
  'https://parentview.ofsted.gov.uk/*',
  'https://files.ofsted.gov.uk/*',
  'https://files.api.ofsted.gov.uk/*',
  'https://get-information-schools.service.gov.uk/*',
  'https://www.get-information-schools.service.gov.uk/*',
  'https://www.compare-school-performance.service.gov.uk/*',
  'https://beta.schoolprofiles.education.gov.uk/*',
  'https://get-school-improvement-insights.education.gov.uk/*',
  'https://explore-education-statistics.service.gov.uk/*',
  'https://api.education.gov.uk/*',
  'https://financial-benchmarking-and-insights-tool.education.gov.uk/*',
  'https://schools-financial-benchmarking.service.gov.uk/*',
  'https://educationendowmentfoundation.org.uk/*',
  'https://www.gov.uk/*',
  'https://help-for-early-years-providers.education.gov.uk/*',
  'https://support-for-early-career-teachers.education.gov.uk/*',
  'https://schoolsweek.co.uk/*',
  'https://sec-ed.co.uk/*',
  'https://www.sec-ed.co.uk/*',
  'https://tes.com/*',
  'https://www.tes.com/*',
  'https://ncetm.org.uk/*',
  'https://www.ncetm.org.uk/*',
  'https://fed.education/*',
  'https://eric.ed.gov/*',
  'https://ffteducationdatalab.org.uk/*',
  'https://epi.org.uk/*',
  'https://www.nfer.ac.uk/*',
];

/** Where figures of schools stand on pages: there the menu offers to record one. A site that was allowed joins them. */
export const figureSites = [
  'https://parentview.ofsted.gov.uk/*',
  'https://get-information-schools.service.gov.uk/*',
  'https://www.get-information-schools.service.gov.uk/*',
  'https://www.compare-school-performance.service.gov.uk/*',
  'https://beta.schoolprofiles.education.gov.uk/*',
  'https://get-school-improvement-insights.education.gov.uk/*',
  'https://explore-education-statistics.service.gov.uk/*',
  'https://financial-benchmarking-and-insights-tool.education.gov.uk/*',
  'https://schools-financial-benchmarking.service.gov.uk/*',
  'https://www.gov.uk/government/statistics/*',
];

/** Any other site, one at a time and only when the person asks for it. */
export const optionalHosts = ['https://*/*', 'http://*/*'];

/** What is put into the pages of a site to which access was given. */
export const presenceFiles = { js: ['presence.js'], css: ['highlight.css'] } as const;
