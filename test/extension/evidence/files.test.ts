import { parse as parseCsv } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { addEntries, planOf } from '../../../extension/evidence/in/plan.ts';
import { readFile } from '../../../extension/evidence/in/read-file.ts';
import { archiveFile } from '../../../extension/evidence/out/archive-file.ts';
import { formats } from '../../../extension/evidence/out/formats.ts';
import { outcomeWords, safeName } from '../../../extension/evidence/out/out-words.ts';
import { writeFile } from '../../../extension/evidence/out/write-file.ts';
import type { Archived } from '../../../extension/replica/archive.ts';
import { readTable } from '../../../shared/evidence/formats/table-read.ts';
import { newId, sha256 } from '../../../shared/ids.ts';
import { fail } from '../../../shared/problem.ts';
import { createScripted, json, problem, type Scripted } from '../replica/scripted.ts';

const going = () => new AbortController().signal;
const textOf = (parts: readonly BlobPart[]) => new Blob([...parts]).text();
const formatOf = (name: string) => formats.find((one) => one.name === name) as (typeof formats)[number];

/** Puts evidence into the log, the nth with `note n`; answers with the ids. */
async function filled({ replica, member }: Scripted, count: number, more: (i: number) => object = () => ({})) {
  const records = Array.from({ length: count }, (_, i) => ({
    ...{ kind: 'evidence', id: newId(), v: 1, rev: 1, seq: i + 2 },
    body: { passages: [], note: `note ${i}`, tags: [], priorities: [], by: member, at: i, ...more(i) },
  }));
  await replica.db.records.bulkPut(records);
  return records.map(({ id }) => id);
}

describe('taking out', () => {
  const source = (i: number, access?: string) => ({
    source: { url: `https://x.example/${i}`, title: `T${i}`, access },
  });

  it('writes every format, leaves out what is restricted, and counts it', async () => {
    const scripted = await createScripted();
    const ids = await filled(scripted, 6, (i) => (i === 5 ? {} : source(i, i < 2 ? 'restricted' : undefined)));
    const { view } = scripted.replica;
    for (const format of formats) {
      const done: number[] = [];
      const onProgress = (n: number) => done.push(n);
      const written = await writeFile({ view, ids, format, now: 0, onProgress, signal: going() });
      const { restricted, total, sourceless } = written?.account ?? {};
      const isOfSources = ['ris', 'bibtex', 'csl', 'references'].includes(format.name);
      expect([restricted, total, sourceless], format.name).toEqual([2, 4, isOfSources ? 1 : 0]);
      expect(done.at(-1)).toBe(6);
      const parts = written?.parts ?? [];
      const file = new Uint8Array(await new Blob(parts).arrayBuffer());
      const body = format.name === 'word' ? unzipSync(file)['word/document.xml'] : file;
      const text = strFromU8(body as Uint8Array);
      expect(text, format.name).toContain('https://x.example/4');
      expect(text, format.name).not.toContain('https://x.example/1');
    }
  });

  it('is by whom it was saved, by name', async () => {
    const scripted = await createScripted();
    const ids = await filled(scripted, 1);
    const { view } = scripted.replica;
    const format = formatOf('csv');
    const written = await writeFile({ view, ids, format, now: 0, onProgress: () => {}, signal: going() });
    expect(await textOf(written?.parts ?? [])).toMatch(/,Ben,,note,,note 0,/);
  });

  it('has with a piece what was made of it, and its tags as they are called now', async () => {
    const scripted = await createScripted();
    const { member, replica } = scripted;
    const [piece = '', other = ''] = await filled(scripted, 2, () => ({ tags: ['talk'] }));
    const [question, answer, cycle] = [newId(), newId(), newId()];
    const put = (kind: string, body: object, id = newId()) => ({ kind, id, v: 1, rev: 1, seq: 9, body });
    const said = { by: member, at: 5 };
    const weighed = { ...said, evidence: piece, wording: 0, relevant: true };
    const asked = { ...said, to: { kind: 'evidence', id: piece }, members: [], schools: [] };
    await replica.db.records.bulkPut([
      put('weighing', { ...weighed, strength: 'hint', at: 4 }),
      put('weighing', { ...weighed, strength: 'strong', soWhat: 'For Year 3', tags: ['phonics'] }),
      put('weighing', { ...weighed, evidence: other, strength: 'fair', back: 6, tags: ['not this'] }),
      put('response', { ...asked, how: 'question', text: 'Whose?' }, question),
      put('response', { ...asked, how: 'answer', text: 'Ours', answers: question }, answer),
      put('gathering', { ...said, in: { kind: 'cycle', id: cycle }, evidence: piece }),
      put('gathering', { ...said, in: { kind: 'cycle', id: cycle }, evidence: other, ended: 7 }),
      put('cycle', { ...said, question: 'Does it help?', closed: { ...said, verdict: 'adapt' } }, cycle),
      put('decision', { ...said, text: 'We do it', why: '', about: { kind: 'evidence', id: piece } }),
      put('tag', { ...said, name: 'Oracy', was: ['talk'], group: false }),
    ]);
    const { view } = replica;
    const ids = [piece, other];
    const written = await writeFile({
      view,
      ids,
      format: formatOf('csv'),
      now: 0,
      onProgress: () => {},
      signal: going(),
    });
    const [heads = [], row = [], second = []]: string[][] = parseCsv(await textOf(written?.parts ?? []), { bom: true });
    const cell = (of: string[], head: string) => of[heads.indexOf(head)];
    expect(cell(row, 'Tags')).toBe('Oracy; phonics');
    expect(cell(row, 'Strength')).toBe('Strong');
    expect(cell(row, 'So what')).toBe('Ben: For Year 3');
    expect(cell(row, 'Responses')).toBe('Ben asks, 1 January 1970: Whose?\nBen answers, 1 January 1970: Ours');
    expect(cell(row, 'Gathered in')).toBe('Does it help? (adapted)');
    expect(cell(row, 'Decided')).toBe('We do it');
    expect(second.slice(heads.indexOf('Strength')).join('')).toBe('');
    expect(cell(second, 'Tags')).toBe('Oracy');
    const format = formatOf('markdown');
    const about = { view, ids, format, now: 0, onProgress: () => {}, signal: going() };
    const all = await textOf((await writeFile({ ...about, whole: true }))?.parts ?? []);
    expect(all).toContain('## Cycles\n\n- Does it help? (adapted)');
    expect(all).toContain('## Decisions\n\n- We do it · Ben, 1 January 1970');
    expect(await textOf((await writeFile(about))?.parts ?? [])).not.toContain('## Decisions');
  });

  it('can be stopped, and leaves gaps to the screen', async () => {
    const scripted = await createScripted();
    const ids = await filled(scripted, 2000);
    const { view } = scripted.replica;
    const stop = new AbortController();
    let turns = 0;
    const counting = setInterval(() => turns++, 0);
    const done: number[] = [];
    const onProgress = (n: number) => {
      done.push(n);
      if (n >= 1000) stop.abort();
    };
    const written = await writeFile({ view, ids, format: formatOf('word'), now: 0, onProgress, signal: stop.signal });
    clearInterval(counting);
    expect(written).toBeUndefined();
    expect(done.at(-1)).toBe(1000);
    expect(turns).toBeGreaterThan(2);
  });

  it('says what is in the file', () => {
    const account = { cluster: '', id: '', at: 0, total: 3, restricted: 1, sourceless: 2 };
    expect(outcomeWords(account)).toBe(
      '1 entry, saved among your downloads. Left out: 1 entry from restricted sources. Left out: 2 entries without a source.',
    );
    expect(outcomeWords({ ...account, total: 0, restricted: 0, sourceless: 0 })).toBe('There is nothing to take out.');
    expect(safeName('St. Mary’s / Ünder 5s')).toBe('st-mary-s-ünder-5s');
  });
});

describe('an archive', () => {
  const page = (more: Partial<Archived> & { next?: object }) =>
    json({ time: 0, seq: 7, records: [], log: [], blobs: [], ...more });

  it('begins anew where somebody saved something meanwhile, and holds its images', async () => {
    const bytes = new TextEncoder().encode('a picture');
    const hash = await sha256(bytes);
    const record = { kind: 'evidence', id: newId(), v: 1, rev: 1, seq: 1, body: {} };
    const scripted = await createScripted();
    let asked = 0;
    scripted.follow(({ path }) => {
      if (path === `blobs/${hash}`) return new Response(bytes, { headers: { 'content-type': 'image/png' } });
      if (path !== 'archive') return undefined;
      asked++;
      if (asked === 2) return problem('stale', 409);
      if (asked % 2 === 1) return page({ records: [record], next: { part: 'log', a: 0, b: -1 } });
      return page({ blobs: [{ hash, type: 'image/png', uses: [{ kind: 'evidence', id: record.id }] }] });
    });
    const { exports } = scripted.replica;
    const cluster = { id: 'a'.repeat(32), name: 'Kestrel Vale' };
    const given = await archiveFile({ exports, cluster, now: 0, onProgress: () => {}, signal: going() });
    expect(asked).toBe(4);
    const parts = given.ok ? given.value : [];
    const files = unzipSync(new Uint8Array(await new Blob(parts).arrayBuffer()));
    const read = (path: string) => strFromU8(files[path] as Uint8Array);
    expect(JSON.parse(read('manifest.json'))).toMatchObject({ seq: 7, records: 1, log: 0, blobs: 1 });
    expect(JSON.parse(read('records.jsonl'))).toEqual(record);
    expect(read(`blobs/${hash}`)).toBe('a picture');
  });

  it('is none without all of its images', async () => {
    const scripted = await createScripted();
    scripted.follow(({ path }) => {
      if (path === 'archive') return page({ blobs: [{ hash: 'a'.repeat(64), type: 'image/png', uses: [] }] });
      return 'lost';
    });
    const { exports } = scripted.replica;
    const cluster = { id: 'a'.repeat(32), name: 'x' };
    const given = await archiveFile({ exports, cluster, now: 0, onProgress: () => {}, signal: going() });
    expect(given).toMatchObject(fail('unreachable'));
  });
});

describe('bringing in', () => {
  const ris = (n: number, note = '') =>
    Array.from(
      { length: n },
      (_, i) => `TY  - RPRT\nTI  - Report ${i}\nUR  - https://x.example/${i}\nN1  - ${note}${i}\nER  - \n`,
    ).join('\n');
  const file = (text: string | Uint8Array<ArrayBuffer>, name = 'file') => new File([text], name);

  async function planned(scripted: Scripted, text: string) {
    const read = await readFile(file(text));
    if (read.kind !== 'reading') throw new Error(JSON.stringify(read));
    const plan = await planOf(scripted.replica.view, read.reading, going());
    if (!plan) throw new Error('It was stopped');
    return plan;
  }

  it('adds what is new in whole groups, and the second time nothing', async () => {
    const scripted = await createScripted();
    const { outbox, sync } = scripted.replica;
    const plan = await planned(scripted, ris(45));
    expect(plan.fresh).toHaveLength(45);
    expect(await addEntries(outbox, plan.fresh, () => {}, going())).toMatchObject({ ok: true });
    expect((await outbox.rows()).map(({ group }) => group.length)).toEqual([20, 20, 5]);
    const again = await planned(scripted, ris(45));
    expect([again.fresh.length, again.known.length]).toEqual([0, 45]);
    await sync.once();
    expect(await outbox.rows()).toEqual([]);
    const later = await planned(scripted, ris(46));
    expect([later.fresh.length, later.known.length]).toEqual([1, 45]);
    const evidence = [...scripted.cluster.records.values()].filter(({ kind }) => kind === 'evidence');
    expect(evidence).toHaveLength(45);
  });

  it('goes on where it was stopped', async () => {
    const scripted = await createScripted();
    const { outbox } = scripted.replica;
    const stop = new AbortController();
    const plan = await planned(scripted, ris(45));
    await addEntries(outbox, plan.fresh, () => stop.abort(), stop.signal);
    const again = await planned(scripted, ris(45));
    expect([again.fresh.length, again.known.length]).toEqual([25, 20]);
  });

  it('names what the log has in the same words, and the same item twice in a file', async () => {
    const scripted = await createScripted();
    await filled(scripted, 1, () => ({
      what: 'page',
      note: 'Seen 0',
      source: { url: 'https://x.example/0', title: 'T' },
    }));
    const plan = await planned(scripted, ris(2, 'seen  ') + ris(2, 'seen  '));
    expect(plan.alike.map(({ body }) => body.source?.url)).toEqual(['https://x.example/0']);
    expect(plan.fresh.map(({ body }) => body.source?.url)).toEqual(['https://x.example/1']);
  });

  it('tells what an address is, and keeps nothing of one that may name pupils', async () => {
    const scripted = await createScripted();
    const reference = (url: string) => `TY  - RPRT\nTI  - A page\nUR  - ${url}\nER  - \n`;
    const plan = await planned(scripted, reference('https://www.gov.uk/government/publications/school-attendance'));
    expect(plan.fresh[0]?.body.source).toMatchObject({ licence: 'Open Government Licence v3.0' });
    const closed = await planned(scripted, reference('https://analyse-school-performance.service.gov.uk/x'));
    expect([closed.fresh, closed.unread.map(({ at }) => at)]).toEqual([[], [1]]);
  });

  it('knows files by what is in them', async () => {
    const kind = async (text: string | Uint8Array<ArrayBuffer>, name?: string) => {
      const read = await readFile(file(text, name));
      return read.kind === 'refused' ? read.why : read.kind;
    };
    expect(await kind(ris(1))).toBe('reading');
    expect(await kind('@misc{a, title={T}, url={https://x.example}}')).toBe('reading');
    expect(await kind('[{"title":"T"}]')).toBe('reading');
    expect(await kind('{"rows":[{"uri":"https://x.example","target":[]}]}')).toBe('reading');
    expect(await kind('a;b\n1;2')).toBe('table');
    expect(await kind('a\tb\n1\t2')).toBe('table');
    expect(await kind('[{"title":')).toContain('cut off');
    expect(await kind('{"a":1}')).toContain('neither');
    expect(await kind('')).toContain('nothing in it');
    expect(await kind('PK\u0003\u0004\0')).toContain('no text');
    expect(await kind('hello')).toContain('No reference');
  });

  it('reads a table, old letters too, and names the row that a quotation mark tears', async () => {
    const latin = new Uint8Array([...'Title,Quote\r\nCaf'].map((one) => one.charCodeAt(0)).concat(0xe9, 0x2c, 0x78));
    const read = await readFile(file(latin));
    if (read.kind !== 'table') throw new Error(read.kind);
    expect(readTable(read.rows, read.mapping).entries[0]?.body).toMatchObject({
      note: 'Café',
      passages: [{ exact: 'x' }],
    });
    const torn = await readFile(file('Title,Quote\r\na,one\r\nb,"two\r\nc,three'));
    if (torn.kind !== 'table') throw new Error(torn.kind);
    expect(torn.torn.map(({ at }) => at)).toEqual([3]);
    expect(readTable(torn.rows, torn.mapping).entries).toHaveLength(1);
  });
});
