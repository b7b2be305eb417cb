/**
 * What people agreed to when they installed it. A new required permission or host disables the extension on every
 * machine until each person has accepted it; a later site goes into the optional ones, asked for when it is wanted.
 */
const permissions = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];

const host_permissions = [
  'https://api.education.gov.uk/*',
  'https://beta.schoolprofiles.education.gov.uk/*',
  'https://educationendowmentfoundation.org.uk/*',
  'https://epi.org.uk/*',
  'https://eric.ed.gov/*',
  'https://explore-education-statistics.service.gov.uk/*',
  'https://fed.education/*',
  'https://ffteducationdatalab.org.uk/*',
  'https://files.api.ofsted.gov.uk/*',
  'https://files.ofsted.gov.uk/*',
  'https://financial-benchmarking-and-insights-tool.education.gov.uk/*',
  'https://get-information-schools.service.gov.uk/*',
  'https://get-school-improvement-insights.education.gov.uk/*',
  'https://help-for-early-years-providers.education.gov.uk/*',
  'https://ncetm.org.uk/*',
  'https://parentview.ofsted.gov.uk/*',
  'https://reports.ofsted.gov.uk/*',
  'https://schools-financial-benchmarking.service.gov.uk/*',
  'https://schoolsweek.co.uk/*',
  'https://sec-ed.co.uk/*',
  'https://support-for-early-career-teachers.education.gov.uk/*',
  'https://tes.com/*',
  'https://www.compare-school-performance.service.gov.uk/*',
  'https://www.get-information-schools.service.gov.uk/*',
  'https://www.gov.uk/*',
  'https://www.ncetm.org.uk/*',
  'https://www.nfer.ac.uk/*',
  'https://www.ofsted.gov.uk/*',
  'https://www.sec-ed.co.uk/*',
  'https://www.tes.com/*',
];

const policy = [
  "base-uri 'none'",
  "connect-src 'self' https: wss: http://127.0.0.1:* ws://127.0.0.1:*",
  "default-src 'self'",
  "form-action 'none'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "style-src 'self'",
  'trusted-types goldthread',
];

const both = {
  manifest_version: 3,
  permissions,
  optional_permissions: [] as string[],
  host_permissions,
  optional_host_permissions: ['http://*/*', 'https://*/*'],
  policy: { extension_pages: policy },
  commands: { clip: { default: 'Alt+Shift+G' } },
  // What is in the log of a page is shown on the sites that people agreed to, and on no others.
  content_scripts: [
    {
      matches: host_permissions,
      js: ['presence.js'],
      css: ['highlight.css'],
      all_frames: true,
      run_at: 'document_idle',
    },
  ] as unknown[],
  web_accessible_resources: [] as unknown[],
  externally_connectable: undefined as unknown,
  mime_types_handler: undefined as unknown,
};

/** What a manifest lets the extension do, in an order of its own, so that only a real change shows. */
export type Rights = typeof both;

/** What each browser's manifest is allowed to ask for: this and nothing else. */
export const frozenRights: { [browser in 'chrome' | 'firefox']: Rights } = {
  chrome: {
    ...both,
    permissions: [...permissions, 'sidePanel'].sort(),
    // Off until a person chooses it: test/e2e/reader-handler.test.ts.
    mime_types_handler: { 'application/pdf': { handler_url: 'reader.html', enabled: false } },
  },
  // Chrome's own frame holds the reader; that no site can frame a page of ours there is in the same test.
  firefox: { ...both, policy: { extension_pages: [...policy, "frame-ancestors 'none'"].sort() } },
};

/** Hosts whose pages list pupils by name (SITES.md): never required, whatever else is. */
export const pupilHosts = ['viewyourdata.education.gov.uk', 'www.analyse-school-performance.service.gov.uk'];

interface Manifest {
  manifest_version?: number;
  permissions?: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  content_security_policy?: { [pages: string]: string };
  commands?: { [name: string]: { suggested_key?: { [platform: string]: string } } };
  content_scripts?: { matches?: string[]; [field: string]: unknown }[];
  web_accessible_resources?: unknown[];
  externally_connectable?: unknown;
  mime_types_handler?: unknown;
}

/** Reads what a manifest asks for. */
export function rightsOf(manifest: object): Rights {
  const given = manifest as Manifest;
  const sorted = (list: string[] = []) => list.toSorted();
  const map = <T, U>(object: { [key: string]: T } = {}, change: (value: T) => U) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
  return {
    manifest_version: given.manifest_version ?? 0,
    permissions: sorted(given.permissions),
    optional_permissions: sorted(given.optional_permissions),
    host_permissions: sorted(given.host_permissions),
    optional_host_permissions: sorted(given.optional_host_permissions),
    policy: map(given.content_security_policy, (text) =>
      sorted(text.split(/;\s*/).filter(Boolean)),
    ) as Rights['policy'],
    commands: map(given.commands, ({ suggested_key }) => suggested_key) as Rights['commands'],
    content_scripts: (given.content_scripts ?? []).map(({ matches, ...script }) => ({
      ...script,
      matches: sorted(matches),
    })),
    web_accessible_resources: given.web_accessible_resources ?? [],
    externally_connectable: given.externally_connectable,
    mime_types_handler: given.mime_types_handler,
  };
}

/** Whether a match pattern takes in a host. */
export function takesIn(pattern: string, host: string): boolean {
  if (pattern === '<all_urls>') return true;
  const named = /^[^:]+:\/\/([^/]*)\//.exec(pattern)?.[1] ?? '';
  if (named === '*' || named === host) return true;
  return named.startsWith('*.') && `.${host}`.endsWith(named.slice(1));
}
