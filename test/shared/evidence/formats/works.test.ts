import { describe, expect, it } from 'vitest';
import { gatherWorks } from '../../../../shared/evidence/formats/works.ts';
import { taken } from './sample-log.ts';

const read = (url: string, fingerprint?: string) =>
  taken({ source: { url, title: 'A report', ...(fingerprint && { fingerprint }) }, note: url });

const gathered = (...all: ReturnType<typeof read>[]) => {
  const { add, works } = gatherWorks();
  for (const one of all) add(one);
  return [...works.values()].map(({ notes }) => notes.length);
};

describe('what was taken from a file', () => {
  it('is of one source at two addresses, where the file is the same', () => {
    const [here, there] = ['https://files.example/1', 'https://school.example/report.pdf'];
    expect(gathered(read(here, 'a-1'), read(there, 'a-1'), read(here))).toEqual([3]);
  });

  it('is of two where its words are others, though the file calls itself the same', () => {
    expect(gathered(read('https://a.example/1.pdf', 'a-1'), read('https://b.example/1.pdf', 'a-2'))).toEqual([1, 1]);
  });
});
