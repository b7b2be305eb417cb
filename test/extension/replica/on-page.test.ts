import { describe, expect, it } from 'vitest';
import { saveEvidence, withdrawEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { createScripted, good, note, type Scripted } from './scripted.ts';

const from = (url: string) => ({ source: { url, title: 'A page' } });

/** Puts evidence from these addresses into the base. */
async function known({ replica, member }: Scripted, urls: readonly string[]): Promise<void> {
  await replica.db.records.bulkPut(
    urls.map((url, i) => {
      const { id, ...words } = note(url, from(url));
      return { kind: 'evidence', id, v: 1, rev: 1, seq: i + 10, body: { ...words, by: member, at: i } };
    }),
  );
}

const notes = async ({ replica }: Scripted, url: string) =>
  (await replica.view.onPage(url)).map(({ record }) => record.body?.note);

describe('what is known of a page', () => {
  it('is found by whatever address it was saved from, and nothing of other pages is', async () => {
    const device = await createScripted();
    const same = [
      'https://www.school.example/report',
      'http://school.example/report/',
      'https://school.example/report?utm_source=x',
      'https://school.example/report/?fbclid=1',
      'https://school.example/report;jsessionid=A1',
      'https://school.example/report#results',
    ];
    const others = [
      'https://school.example/',
      'https://school.example/report/2',
      'https://school.example/reports',
      'https://school.example/report?year=2',
      'https://other.example/report',
      'https://school.example/report#/year/2',
    ];
    await known(device, [...same, ...others]);
    for (const url of same) expect(await notes(device, url), url).toEqual(same);
    expect(await notes(device, 'https://school.example/report?year=2&utm_medium=y')).toEqual([others[3]]);
    expect(await notes(device, 'https://school.example/report?utm_source=x#/year/2/')).toEqual([others[5]]);
    expect(await notes(device, 'https://school.example')).toEqual([others[0]]);
    expect(await notes(device, 'https://nobody.example/')).toEqual([]);
  });

  it('is found by the DOI that the page itself says, whatever its address', async () => {
    const device = await createScripted();
    const at = (url: string, more: object) => ({ source: { url, title: 'An article', ...more } });
    const doi = '10.1000/fluency.7';
    const rows = [
      at('https://repository.example/7', { kind: 'research', doi }),
      at('https://doi.org/10.1000/fluency.7', {}),
      at('https://blog.example/about-it', { kind: 'news', doi }),
      at('https://repository.example/8', { kind: 'research', doi: '10.1000/fluency.8' }),
    ];
    await device.replica.db.records.bulkPut(
      rows.map((row, i) => {
        const { id, ...words } = note(row.source.url, row);
        return { kind: 'evidence', id, v: 1, rev: 1, seq: i + 10, body: { ...words, by: device.member, at: i } };
      }),
    );
    const here = await device.replica.view.onPage('https://journal.example/articles/7', `doi:${doi}`);
    expect(here.map(({ record }) => record.body?.note)).toEqual(rows.slice(0, 2).map(({ source }) => source.url));
    expect(await notes(device, 'https://journal.example/articles/7')).toEqual([]);
    expect(await notes(device, 'https://repository.example/7')).toEqual(['https://repository.example/7']);
  });

  it('is found by its other forms: for phones, for paper, by another host’s name', async () => {
    const device = await createScripted();
    const article = [
      'https://news.example/what-report-cards-mean/',
      'https://m.news.example/what-report-cards-mean',
      'https://news.example/what-report-cards-mean/amp/',
      'https://www.news.example/what-report-cards-mean/index.html?utm_source=x',
      'https://amp.news.example/what-report-cards-mean?amp=1',
    ];
    const file = ['https://files.ofsted.gov.uk/v1/file/50000001', 'https://files.api.ofsted.gov.uk/v1/file/50000001'];
    await known(device, [
      ...article,
      ...file,
      'https://news.example/what-report-cards-mean/index',
      'https://news.example/',
    ]);
    for (const url of article) expect(new Set(await notes(device, url)), url).toEqual(new Set(article));
    for (const url of file) expect(new Set(await notes(device, url)), url).toEqual(new Set(file));
  });

  it('is found by its DOI, on whatever host', async () => {
    const device = await createScripted();
    const article = [
      'https://doi.org/10.5555/MUER.2021.45',
      'https://journal.example/doi/full/10.5555/muer.2021.45',
      'https://other.example/doi/pdf/10.5555%2Fmuer.2021.45?download=true',
    ];
    const others = [
      'https://journal.example/doi/full/10.5555/muer.2021.46',
      'https://journal.example/doi/citedby/10.5555/muer.2021.45',
    ];
    await known(device, [...article, ...others]);
    for (const url of article) expect(new Set(await notes(device, url)), url).toEqual(new Set(article));
    for (const url of others) expect(await notes(device, url), url).toEqual([url]);
    expect(await notes(device, 'https://doi.org/10.5555/none')).toEqual([]);
  });

  it('has what was just done here, and not what was withdrawn', async () => {
    const device = await createScripted();
    const url = 'https://school.example/report';
    await known(device, [url]);
    const mine = newId();
    good(await device.replica.outbox.act(saveEvidence, { ...note('mine', from(url)), id: mine }));
    expect(await notes(device, url)).toEqual([url, 'mine']);
    const [theirs] = await device.replica.view.onPage(url);
    good(await device.replica.outbox.act(withdrawEvidence, { id: theirs?.record.id ?? '', rev: 1 }));
    expect(await notes(device, url)).toEqual(['mine']);
  });
});
