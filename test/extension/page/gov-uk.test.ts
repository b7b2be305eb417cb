import { describe, expect, it } from 'vitest';
import { recogniseHtml } from '../../tools/recognise.ts';

describe('gov.uk', () => {
  const page = (path: string, by: string | undefined, title: string, more = '') =>
    recogniseHtml(
      `https://www.gov.uk${path}`,
      `<html><head><title>${title} - GOV.UK</title>${by ? `<meta name="govuk:primary-publishing-organisation" content="${by}">` : ''}${more}</head><body><h1>${title}</h1></body></html>`,
    ).kind;

  it('is guidance where it is by the organisations of schools, whatever it is called', () => {
    for (const by of [
      'Department for Education',
      'Ofsted',
      'Ofqual',
      'Standards and Testing Agency',
      'Teaching Regulation Agency',
      'Children’s Commissioner for England',
    ]) {
      expect(page('/government/publications/plan-for-change', by, 'Plan for change'), by).toBe('guidance');
    }
    expect(
      page('/government/publications/x', undefined, 'X', '<meta name="govuk:organisations" content="<D6><D9>">'),
    ).toBe('guidance');
    expect(page('/government/statistics/x', 'Department for Education', 'X')).toBe('statistics');
    expect(page('/government/speeches/x', 'Department for Education', 'X')).toBe('news');
  });

  it('is other where it is another department’s, unless it is about schools', () => {
    expect(page('/government/publications/plan-for-change', 'Cabinet Office', 'Plan for change')).toBe('other');
    expect(page('/guidance/child-benefit', 'HM Revenue &amp; Customs', 'Child Benefit')).toBe('other');
    expect(page('/government/statistics/school-meals-spending', 'Office for National Statistics', 'School meals')).toBe(
      'other',
    );
    expect(page('/government/publications/defence-schools', 'Ministry of Defence', 'Defence schools')).toBe('other');
    expect(page('/government/news/x', 'HM Treasury', 'Chancellor speaks')).toBe('other');
    expect(
      page('/government/publications/schools-abroad', 'Foreign, Commonwealth &amp; Development Office', 'Schools'),
    ).toBe('other');
    expect(page('/guidance/x', 'HM Revenue &amp; Customs', 'Schools and teachers')).toBe('other');
    expect(
      page('/student-finance', undefined, 'Student finance', '<meta name="govuk:organisations" content="<D6>">'),
    ).toBe('other');
    expect(
      page(
        '/government/publications/health-protection-in-schools',
        'UK Health Security Agency',
        'Health protection in schools',
      ),
    ).toBe('guidance');
  });

  it('is other where it is no text to read', () => {
    const format = (name: string) => `<meta name="govuk:format" content="${name}">`;
    expect(page('/find-a-school', 'Department for Education', 'Find a school', format('transaction'))).toBe('other');
    expect(
      page(
        '/government/organisations/department-for-education',
        'Department for Education',
        'Department for Education',
        format('organisation'),
      ),
    ).toBe('other');
    expect(
      page('/foreign-travel-advice/spain', 'Department for Education', 'Schools in Spain', format('travel_advice')),
    ).toBe('other');
  });
});
