import type { Grade } from '../../../shared/evidence/page-source.ts';
import { gradesIn } from '../recognise/grades.ts';
import type { Page } from '../recognise/page.ts';
import { dayOf } from '../recognise/period.ts';
import { numbersIn, urnOf } from '../recognise/school-numbers.ts';
import { ogl, type Source } from '../recognise/source.ts';

const addresses = [
  /^\/provider\/[a-z\d]+\/([a-z\d]+)(?:\/|$)/,
  /^\/inspection-reports\/find-inspection-report\/provider\/[a-z]+\/([a-z\d]+)(?:\/|$)/,
  /^\/oxedu_providers\/full\/\(urn\)\/([a-z\d]+)(?:\/|$)/,
];

/** Ofsted's page of a school, a setting or an authority, under its addresses of now and before, and Parent View. */
export const ofstedReports: Source = {
  name: 'ofsted-reports',
  hosts: ['reports.ofsted.gov.uk', 'ofsted.gov.uk', 'parentview.ofsted.gov.uk'],
  common: { publisher: 'Ofsted', licence: ogl },
  ending: /\s*[-|–]\s*(Find an Inspection Report|Ofsted|Ofsted Parent View|GOV\.UK).*$/i,
  at({ host, path, query }) {
    if (host === 'parentview.ofsted.gov.uk') {
      if (!/^\/parent-?view-results(\/|$)/.test(path)) return undefined;
      return { kind: 'ofsted-provider', urn: urnOf(query('urn')) ?? urnOf(/\/(\d{6})$/.exec(path)?.[1]) };
    }
    // Reports as they were filed before: /provider/files/2345678/urn/100000.pdf
    const filed = /^\/provider\/files\/\d+\/urn\/([a-z\d]+)(?:\.pdf)?$/.exec(path);
    if (filed) return { kind: 'ofsted-report', urn: urnOf(filed[1]) };
    for (const address of addresses) {
      const urn = urnOf(address.exec(path)?.[1]);
      if (urn) return { kind: 'ofsted-provider', urn };
    }
    return undefined;
  },
  read(page) {
    const lines = page.lines();
    const report = lines.findIndex(({ tag, text }) => /^h[1-4]$/.test(tag) && /^inspection report:/i.test(text));
    const after = lines.findIndex(
      ({ text }, i) => i > report && /^(inspection report:|all (previous )?reports)/i.test(text),
    );
    const card = report < 0 ? [] : lines.slice(report, after < 0 ? undefined : after);
    const dated = report < 0 ? newest(page) : { day: dayOf(lines[report]?.text), grades: gradesIn(card) };
    return {
      school: page.text('h1'),
      ...numbersIn(lines.find(({ text }) => /\bURN\b.*\d/.test(text))?.text ?? ''),
      period: dated?.day,
      grades: dated?.grades,
    };
  },
};

/**
 * The newest inspection in the time line, with the overall grade that older ones were given. Letters are no
 * inspections; where the newest has no grade, an older one's is not taken for it.
 */
function newest(page: Page): { day: string | undefined; grades: Grade[] } | undefined {
  const dates = page.texts('ol.timeline > li.timeline__day .timeline__date time');
  const links = page.texts('ol.timeline > li.timeline__day a.publication-link');
  // Without one date and one link each, nobody can tell which date is whose.
  if (dates.length !== links.length) return undefined;
  const at = links.findIndex((text) => /^[^:,]*\binspection\b/i.test(text) && !/\b(letter|monitoring)\b/i.test(text));
  const [, grade] = /^[^:]*:\s*(outstanding|good|requires improvement|inadequate)\b/i.exec(links[at] ?? '') ?? [];
  const day = dayOf(dates[at]);
  if (!grade || !day) return undefined;
  return { day, grades: gradesIn([{ tag: 'p', text: `Overall effectiveness: ${grade}` }]) };
}
