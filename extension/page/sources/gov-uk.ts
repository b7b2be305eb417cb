import type { SourceKind } from '../../../shared/evidence/page-source.ts';
import { anyDate } from '../recognise/dates.ts';
import { educationIn } from '../recognise/education-words.ts';
import { namesIn } from '../recognise/linked-data.ts';
import type { Page } from '../recognise/page.ts';
import { ogl, type Source, type Told } from '../recognise/source.ts';

/** What a section of gov.uk holds, if it is about schools. Everything else there is somebody else's business. */
const sections: [path: RegExp, kind: SourceKind][] = [
  [/^\/government\/(?:news|speeches)\/./, 'news'],
  [/^\/government\/(?:statistics|statistical-data-sets)\/./, 'statistics'],
  [/^\/government\/(?:publications|consultations|collections|calls-for-evidence|case-studies|policies)\/./, 'guidance'],
  [/^\/guidance\/./, 'guidance'],
];

/** A guide for the public, such as /national-curriculum/key-stage-1-and-2; not what begins a service. */
const guide =
  /^\/(?!(?:apply|find|get|check|report|pay|renew|register|book|search|view|manage|sign|make|order|claim|browse|contact)-)([a-z\d-]+)(?:\/[a-z\d-]+)*$/;

/** Pages that are no text to read: services, lists, people, other departments' manuals. */
const formats =
  /^(travel_advice\w*|transaction|smart_answer|simple_smart_answer|place|local_transaction|organisation|person|role|ministerial_role|finder|taxon|topic|mainstream_browse_page|homepage|special_route|contact|hmrc_manual\w*|\w*tribunal_decision|employment_\w+|licence|calculator|world_location\w*|worldwide_\w+|search|gone|redirect|help_page)$/;

/** The organisations whose business is schools, children and teaching (gov.uk, Departments, agencies and bodies). */
const organisations =
  /^(department for education|ofsted|ofqual|standards and testing agency|education (and skills )?funding agency|teaching regulation agency|national college for teaching and leadership|teaching agency|office of the schools adjudicator|(office of the )?children.s commissioner( for england)?|school teachers. review body|skills england|institute for apprenticeships and technical education|oak national academy|regional department for education \(dfe\) directors?|regional schools commissioners?|department for children, schools and families|the child safeguarding practice review panel|office for standards in education.*|family hubs.*|(dfe|department for education) .*)$/i;

/** Those to whose business a school is a case among others: travellers, taxpayers, drivers, soldiers. */
const strangers =
  /^(foreign.*|hm revenue (&|and) customs|uk visas and immigration|home office|hm passport office|driver and vehicle .*|ministry of (defence|justice)|british army|department for (transport|work (&|and) pensions|environment.*|business.*))$/i;

/** gov.uk, where every department publishes: what is about schools, children or teaching, or by their organisations. */
export const govUk: Source = {
  name: 'gov-uk',
  hosts: ['gov.uk', 'assets.publishing.service.gov.uk'],
  common: { licence: ogl },
  ending: /\s*-\s*GOV\.UK$/i,
  at({ host, path }) {
    if (host === 'assets.publishing.service.gov.uk') {
      const file = /\/([^/]+\.(?:pdf|docx?|odt|html?))$/.exec(path)?.[1]?.replace(/_/g, ' ');
      return { kind: file && educationIn(file) === 'certain' ? 'guidance' : 'other' };
    }
    const kind = kindOf(path);
    const told = educationIn(slugOf(path));
    // Children are counted by other departments too.
    const enough = told === 'certain' || (told === 'likely' && kind !== 'statistics');
    if (kind) return { kind: enough ? kind : 'other' };
    const [, first] = guide.exec(path) ?? [];
    return {
      kind: first && educationIn(first) === 'certain' && !path.startsWith('/education/') ? 'guidance' : 'other',
    };
  },
  within(page, told) {
    if (!page.seen || page.address.host !== 'gov.uk') return told;
    return { kind: kindWithin(page, told) };
  },
  read(page) {
    const id = page.meta('govuk:content-id');
    const notices = page.texts('.gem-c-notice, .govuk-notification-banner, .app-c-published-dates');
    return {
      published: anyDate(page.definition(/^Published:?$/i)),
      updated: anyDate(page.definition(/^(Last )?updated:?$/i)?.replace(/\s*[—–-].*$/, '')),
      identifiers: id ? { govuk: id } : undefined,
      withdrawn: page.meta('govuk:withdrawn') !== undefined || notices.some((one) => withdrawn.test(one)) || undefined,
      superseded: notices.some((one) => replaced.test(one)) || undefined,
    };
  },
  // The author in a page's linked data is the department, and its publisher the site.
  instead: (page) => ({
    authors: [],
    publisher:
      page.meta('govuk:primary-publishing-organisation') ??
      page.works.flatMap(({ author }) => namesIn(author))[0] ??
      page.definition(/^From:?$/i),
  }),
};

const withdrawn = /^(?:important )?this .{1,60}\bwas withdrawn\b/i;
const replaced = /\b(?:has been|was|is) (?:replaced|superseded) by\b/i;

const kindOf = (path: string) => sections.find(([section]) => section.test(path))?.[1];

function kindWithin(page: Page, told: Told | undefined): SourceKind {
  const { path } = page.address;
  if (formats.test(page.meta('govuk:format') ?? '')) return 'other';
  const kind = kindOf(path) ?? (guide.test(path) ? 'guidance' : 'other');
  const by = [
    ...page.metas('govuk:primary-publishing-organisation'),
    ...page.works.flatMap(({ author }) => namesIn(author)),
    ...(page.definition(/^From:?$/i)?.split(/,| and (?=[A-Z])/) ?? []),
  ].map((name) => name.trim());
  const codes = page.meta('govuk:organisations') ?? '';
  const isTheirs = by.some((name) => organisations.test(name));
  const title = page.meta('og:title') ?? page.title?.replace(/ - GOV\.UK$/, '');
  // A guide for the public has many departments behind it: what it is about decides.
  if (kindOf(path) === undefined) {
    const about = educationIn(path, title);
    const topic = codes.includes('<D6>') || /\beducation\b/.test(page.meta('govuk:taxonomy_level1') ?? '');
    return isTheirs || about === 'certain' || (about === 'likely' && topic) ? kind : 'other';
  }
  if (isTheirs || codes.includes('<D6>')) return kind;
  const known = codes !== '' || by.some((name) => name !== '' && name !== 'GOV.UK');
  const about = educationIn(slugOf(path), page.text('h1'), title);
  if (known) {
    const apart = kind === 'statistics' || by.some((name) => strangers.test(name));
    return about === 'certain' && !apart ? kind : 'other';
  }
  // Of a page that does not say whose it is, the words of its address count as they do alone.
  return about === 'certain' ? kind : (told?.kind ?? 'other');
}

/** The words of an address behind its section. */
const slugOf = (path: string) => path.replace(/^\/(government\/)?[a-z-]+\//, '');
