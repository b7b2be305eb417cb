import { describe, expect, it } from 'vitest';
import { parse } from '../../../../shared/action.ts';
import { bibtexWriter } from '../../../../shared/evidence/formats/bibtex.ts';
import { readBibtex } from '../../../../shared/evidence/formats/bibtex-read.ts';
import { cslWriter } from '../../../../shared/evidence/formats/csl.ts';
import { readCsl } from '../../../../shared/evidence/formats/csl-read.ts';
import { csvWriter } from '../../../../shared/evidence/formats/csv.ts';
import { incomingId, plainText, type Reading } from '../../../../shared/evidence/formats/incoming.ts';
import { risWriter } from '../../../../shared/evidence/formats/ris.ts';
import { readRis } from '../../../../shared/evidence/formats/ris-read.ts';
import { guessMapping, readTable } from '../../../../shared/evidence/formats/table-read.ts';
import { Id } from '../../../../shared/ids.ts';
import { everything, written } from './sample-log.ts';

const titles = ({ entries }: Reading) => entries.map(({ body }) => body.source?.title ?? body.note);
const whys = ({ unread }: Reading) => unread.map(({ at, why }) => [at, why]);
const works = everything.filter(({ evidence }) => evidence.source);

describe('what may not be kept', () => {
  it('is not brought in', () => {
    const ris = (note: string) => `TY  - ELEC\nTI  - A page\nUR  - https://x.example/\nN1  - ${note}\nER  - `;
    const refused = readRis(ris('UPN H801200001001'));
    expect(refused.entries).toEqual([]);
    expect(whys(refused)).toEqual([[1, 'It seems to hold a unique pupil number. Take that out first.']]);
    expect(readRis(ris('fine')).entries).toHaveLength(1);
  });
});

describe('ids', () => {
  it('are the same for the same item, in the shape of ours', async () => {
    const read = () => readRis(written(risWriter(), works)).entries;
    const ids = await Promise.all(read().map(incomingId));
    expect(ids).toEqual(await Promise.all(read().map(incomingId)));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(parse(Id, id).ok, id).toBe(true);
    const made = Date.UTC(2025, 10, 4);
    const body = read()[0]?.body as never;
    expect(
      (await incomingId({ at: 1, body, made })).replace('-', '').startsWith(made.toString(16).padStart(12, '0')),
    ).toBe(true);
    expect(await incomingId({ at: 1, body, own: 'a' })).toBe(
      await incomingId({ at: 9, body: { ...(body as object), note: 'x' } as never, own: 'a' }),
    );
  });
});

describe('what we wrote ourselves', () => {
  it('is read again: references', () => {
    const files = [
      readRis(written(risWriter(), works)),
      readBibtex(written(bibtexWriter(), works)),
      readCsl(JSON.parse(written(cslWriter(), works))),
    ];
    for (const reading of files) {
      expect(reading.unread).toEqual([]);
      expect(reading.entries.map(({ body }) => body.source?.url).sort()).toEqual(
        files[0]?.entries.map(({ body }) => body.source?.url).sort(),
      );
      expect(titles(reading)).toContain('Inspection report: Amberwick Junior {50%} & more');
      expect(reading.entries[1]?.body.source).toMatchObject({
        author: 'Müller, Ana; O’Brien, Bo',
        doi: '10.1080/03004430.2024.1234567',
      });
    }
  });

  it('is read again: a table, under the ids that it had', async () => {
    const { data } = (await import('papaparse')).default.parse<string[]>(written(csvWriter(), everything).slice(1), {
      skipEmptyLines: true,
    });
    const reading = readTable(data, guessMapping(data[0] ?? []));
    expect(reading.entries.map(({ id }) => id)).toEqual(
      everything.filter(({ evidence }) => !evidence.source?.url.startsWith('file')).map(({ id }) => id),
    );
    expect(plainText('a < b')).toBe('a < b');
  });
});
