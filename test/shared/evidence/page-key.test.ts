import { expect, it } from 'vitest';
import { pageKey } from '../../../shared/evidence/page-key.ts';

it('is one for every way of writing the same page', () => {
  const key = pageKey('https://example.org/reports/a?urn=100001&year=2025');
  const same = [
    'http://www.example.org/reports/a/?year=2025&urn=100001',
    'https://EXAMPLE.org/reports/a?urn=100001&year=2025#findings',
    'https://example.org/reports/a?utm_source=x&urn=100001&year=2025&fbclid=1&_ga=2.1',
    'https://example.org/reports/a;jsessionid=AB12?urn=100001&year=2025&sid=9',
  ];
  for (const url of same) expect(pageKey(url), url).toBe(key);
});

it('is another for another page', () => {
  const pages = [
    'https://example.org/',
    'https://example.org/reports/a?urn=100001',
    'https://example.org/reports/a?urn=100002',
    'https://example.org/reports/A?urn=100001',
    'https://example.org:8443/reports/a?urn=100001',
    'https://reports.example.org/reports/a?urn=100001',
    'file:///C:/report.pdf',
    'not an address',
  ];
  expect(new Set(pages.map(pageKey)).size).toBe(pages.length);
});

it('tells pages apart that a site names behind the mark of a fragment, and no others', () => {
  const at = (fragment: string) => pageKey(`https://example.org/app${fragment}`);
  expect(at('#/schools/100001')).not.toBe(at('#/schools/100002'));
  expect(at('#!schools')).not.toBe(at(''));
  expect(at('#/schools/')).toBe(at('#/schools'));
  for (const same of ['#/', '#results', '#:~:text=words']) expect(at(same), same).toBe(at(''));
});
