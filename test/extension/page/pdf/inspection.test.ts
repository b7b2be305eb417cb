import { describe, expect, it } from 'vitest';
import { readInspection } from '../../../../extension/page/pdf/inspection.ts';
import { passageAt } from '../../../../extension/page/pdf/places.ts';
import { readPdf } from '../../../../extension/page/pdf/reading.ts';
import { makePdf } from '../../../tools/pdf-files.ts';
import { pagesOf } from '../../../tools/pdf-pages.ts';
import { fourGrades, reportCard } from '../../../tools/pdf-reports.ts';

const read = async (pages: Parameters<typeof makePdf>[0]) => {
  const reading = readPdf(await pagesOf(await makePdf(pages)));
  return { reading, found: readInspection(reading) };
};

describe('an inspection report', () => {
  it('as a report card is read on its own scale', async () => {
    const { found } = await read(reportCard);
    expect(found).toMatchObject({
      school: 'Marsh Academy',
      urn: '137654',
      period: 'day:2026-01-13',
      published: '2026-02-17',
      safeguarding: 'Met',
    });
    expect(found?.grades).toEqual([
      { area: 'Inclusion', grade: 'Exceptional', scale: 'report-card' },
      { area: 'Curriculum and teaching', grade: 'Expected standard', scale: 'report-card' },
      { area: 'Achievement', grade: 'Needs attention', scale: 'report-card' },
    ]);
  });

  it('with the four grades is read on theirs', async () => {
    const { found } = await read(fourGrades);
    expect(found).toMatchObject({
      school: 'Hill Primary School',
      urn: '100000',
      period: 'day:2023-10-04',
      safeguarding: 'Effective',
    });
    expect(found?.grades).toEqual([
      { area: 'Quality of education', grade: 'Good', scale: 'four-grades' },
      { area: 'Behaviour and attitudes', grade: 'Outstanding', scale: 'four-grades' },
      { area: 'Leadership and management', grade: 'Requires improvement', scale: 'four-grades' },
    ]);
  });

  it('gives what to do next, one thing each, with its place and its page', async () => {
    for (const pages of [reportCard, fourGrades]) {
      const { reading, found } = await read(pages);
      expect(found?.improve.map(({ text }) => text)).toEqual([
        'Leaders should make sure that pupils who find reading difficult get the help that they need, so that they catch up quickly.',
        'Governors do not check the use of extra money well enough. They should ask for evidence of what it achieves.',
      ]);
      const [first] = found?.improve ?? [];
      expect(first && passageAt(reading, first.start, first.end)).toMatchObject({
        exact: first?.text,
        page: 2,
        label: '2',
      });
    }
  });

  it('is not any file that names Ofsted', async () => {
    const { found } = await read([{ lines: [{ text: 'Ofsted published its plans.', x: 60, y: 700 }] }]);
    expect(found).toBeUndefined();
  });
});
