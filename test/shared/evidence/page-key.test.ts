import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressesOf, pageKey, sourceKey } from '../../../shared/evidence/page-key.ts';

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

it('is one for the forms of a page for phones and for paper', () => {
  const key = pageKey('https://news.example/2025/what-report-cards-mean');
  const same = [
    'https://m.news.example/2025/what-report-cards-mean',
    'https://mobile.news.example/2025/what-report-cards-mean/',
    'https://amp.news.example/2025/what-report-cards-mean',
    'https://news.example/2025/what-report-cards-mean/amp/',
    'https://news.example/2025/what-report-cards-mean?amp=1',
    'https://news.example/2025/what-report-cards-mean?amp',
    'https://news.example/2025/what-report-cards-mean?outputType=amp',
    'https://news.example/2025/what-report-cards-mean/print/',
    'https://news.example/2025/what-report-cards-mean?print=true',
    'https://news.example/2025/what-report-cards-mean?view=print&utm_source=x',
    'https://news.example/2025/what-report-cards-mean/index.html',
    'http://www.news.example/2025/what-report-cards-mean/index.php#x',
  ];
  for (const url of same) expect(pageKey(url), url).toBe(key);
  expect(pageKey('https://en.m.wiki.example/wiki/Phonics')).toBe(pageKey('https://en.wiki.example/wiki/Phonics'));
});

it('is one for an article and for another number’s same file', () => {
  const key = 'doi:10.1080/02671522.2024.2301234';
  const same = [
    'https://doi.org/10.1080/02671522.2024.2301234',
    'http://dx.doi.org/10.1080/02671522.2024.2301234',
    'https://www.tandfonline.com/doi/10.1080/02671522.2024.2301234',
    'https://www.tandfonline.com/doi/abs/10.1080/02671522.2024.2301234?journalCode=rred20',
    'https://www.tandfonline.com/doi/full/10.1080/02671522.2024.2301234#abstract',
    'https://www.tandfonline.com/doi/pdf/10.1080/02671522.2024.2301234?needAccess=true',
    'https://www.tandfonline.com/doi/epdf/10.1080/02671522.2024.2301234/',
    'https://tandfonline.com/doi/full/10.1080%2F02671522.2024.2301234',
  ];
  for (const url of same) expect(pageKey(url), url).toBe(key);
  expect(pageKey('https://link.springer.com/content/pdf/10.1007/s10648-019-09465-5.pdf')).toBe(
    pageKey('https://link.springer.com/article/10.1007/S10648-019-09465-5'),
  );
  expect(pageKey('https://www.frontiersin.org/articles/10.3389/fpsyg.2019.00153/full')).toBe(
    'doi:10.3389/fpsyg.2019.00153',
  );
  expect(pageKey('https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0234567')).toBe(
    'doi:10.1371/journal.pone.0234567',
  );
  expect(pageKey('https://files.api.ofsted.gov.uk/v1/file/50000001')).toBe(
    pageKey('https://files.ofsted.gov.uk/v1/file/50000001'),
  );
  expect(pageKey('https://eric.ed.gov/?q=reading&id=EJ1234567')).toBe(
    pageKey('https://eric.ed.gov/?id=EJ1234567&ft=on'),
  );
  expect(sourceKey({ url: 'https://repository.example/45', doi: '10.5555/a' })).toBe('doi:10.5555/a');
});

it('never merges what only looks alike', () => {
  const pages = [
    'https://shop.example/sound',
    'https://shop.example/sound/amp',
    'https://shop.example/sound/print',
    'https://shop.example/sound?amp=marshall',
    'https://shop.example/sound?print=7',
    'https://shop.example/sound?view=list',
    'https://shop.example/index.html/extra',
    'https://shop.example/index',
    'https://shop.example/indexes.html',
    'https://music.shop.example/sound',
    'https://m.example/sound',
    'https://ms.shop.example/sound',
    'https://www.tandfonline.com/doi/full/10.1080/02671522.2024.2301234',
    'https://www.tandfonline.com/doi/full/10.1080/02671522.2024.23012345',
    'https://www.tandfonline.com/doi/citedby/10.1080/02671522.2024.2301234',
    'https://www.tandfonline.com/doi/suppl/10.1080/02671522.2024.2301234',
    'https://www.tandfonline.com/doi/ref/10.1080/02671522.2024.2301234',
    'https://shop.example/item/10.5000',
    'https://shop.example/macos/10.15/article',
    'https://explore-education-statistics.service.gov.uk/find-statistics/absence',
    'https://explore-education-statistics.service.gov.uk/find-statistics/absence/2023-24',
    'https://explore-education-statistics.service.gov.uk/find-statistics/absence/2023-24/explore',
    'https://www.gov.uk/national-curriculum',
    'https://www.gov.uk/national-curriculum/print',
    'https://eric.ed.gov/?id=EJ1234567',
    'https://eric.ed.gov/?id=EJ1234568',
    'https://eric.ed.gov/?q=EJ1234567',
    'https://files.ofsted.gov.uk/v1/file/50000001',
    'https://files.ofsted.gov.uk/v1/file/50000002',
  ];
  expect(new Set(pages.map(pageKey)).size).toBe(pages.length);
});

it('tells where addresses of a key begin, so that an index finds each of them', () => {
  const urls = [
    'https://news.example/2025/what-report-cards-mean/amp/?x=1',
    'http://www.m.news.example/2025/what-report-cards-mean?x=1&amp=1',
    'https://mobile.news.example/2025/what-report-cards-mean/index.html?x=1#y',
    'https://en.m.wiki.example/wiki/Phonics#top',
    'https://files.api.ofsted.gov.uk/v1/file/50000001?download=1',
    'https://example.org/',
    'https://example.org/a/default.aspx?b=1',
    'https://example.org/reports/a;jsessionid=AB12?urn=100001',
  ];
  for (const url of urls) {
    const { exact, starts } = addressesOf(pageKey(url));
    expect(exact.includes(url) || starts.some((start) => url.startsWith(start)), url).toBe(true);
  }
});

it('is one for every way of writing a page, and each is where its key says', () => {
  const paths = ['', '/a', '/reports/what-report-cards-mean', '/item/12', '/Wiki/A_b'];
  const written = fc.record({
    scheme: fc.constantFrom('https://', 'http://'),
    before: fc.constantFrom('', 'www.', 'm.', 'www.m.', 'mobile.', 'amp.'),
    path: fc.constantFrom(...paths),
    after: fc.constantFrom('', '/', '/index.html', '/index.php', '/default.aspx'),
    query: fc.constantFrom('', 'amp=1', 'print=true', 'utm_source=x&amp', 'sid=1'),
    own: fc.constantFrom('', 'page=2', 'b=1&a=2'),
    hash: fc.constantFrom('', '#x'),
  });
  fc.assert(
    fc.property(written, ({ scheme, before, path, after, query, own, hash }) => {
      const search = [query, own].filter((one) => one !== '').join('&');
      const url = new URL(`${scheme}${before}site.example${path}${after}${search && `?${search}`}${hash}`).href;
      const key = pageKey(url);
      expect(key).toBe(pageKey(`https://site.example${path}${own && `?${own}`}`));
      const { exact, starts } = addressesOf(key);
      expect(exact.includes(url) || starts.some((start) => url.startsWith(start)), url).toBe(true);
    }),
  );
});

it('tells pages apart that a site names behind the mark of a fragment, and no others', () => {
  const at = (fragment: string) => pageKey(`https://example.org/app${fragment}`);
  expect(at('#/schools/100001')).not.toBe(at('#/schools/100002'));
  expect(at('#!schools')).not.toBe(at(''));
  expect(at('#/schools/')).toBe(at('#/schools'));
  for (const same of ['#/', '#results', '#:~:text=words']) expect(at(same), same).toBe(at(''));
});
