import { type DrawnLine, type DrawnPage, paragraphs } from './pdf-files.ts';

/** Two reports of inspections, in the formats of before and since November 2025, of schools that do not exist. */

const foot = (number: number): DrawnLine => ({ text: `${number}`, x: 290, y: 30, size: 9 });
const steps = [
  'Leaders should make sure that pupils who find reading difficult get the help that they need, so that they catch up quickly.',
  'Governors do not check the use of extra money well enough. They should ask for evidence of what it achieves.',
];

/** Points with a bullet that hangs before the lines. */
function points(texts: readonly string[], top: number): DrawnLine[] {
  const lines: DrawnLine[] = [];
  let y = top;
  for (const text of texts) {
    const made = paragraphs([text], { x: 78, top: y, wide: 78 });
    lines.push({ text: '•', x: 60, y, size: 11 }, ...made);
    y -= made.length * 14 + 8;
  }
  return lines;
}

const heading = (text: string, y: number): DrawnLine => ({ text, x: 60, y, size: 16 });
const row = (area: string, grade: string, y: number): DrawnLine[] => [
  { text: area, x: 60, y },
  { text: grade, x: 340, y },
];

/** A table as a report card sets it: heads over their columns, the last in two lines; rows with room between them. */
function table(caption: string, top: number, rows: readonly (readonly string[])[]): DrawnLine[] {
  const at = [60, 170, 270, 390];
  const [heads = [], ...figures] = rows;
  return [
    { text: caption, x: 60, y: top, size: 13 },
    ...heads.flatMap((text, i) =>
      text.split('/').map((line, j) => ({ text: line, x: at[i] ?? 0, y: top - 24 - j * 13, size: 11 })),
    ),
    ...figures.flatMap((cells, i) => cells.map((text, j) => ({ text, x: at[j] ?? 0, y: top - 60 - i * 22, size: 11 }))),
  ];
}

const heads = ['Year', 'This school', 'National average', 'Compared with/national average'];

export const fourGrades: DrawnPage[] = [
  {
    lines: [
      heading('Inspection of a good school: Hill Primary School', 760),
      ...paragraphs(['1 Hill Road, Northmarsh NM1 1AA'], { top: 735 }),
      ...row('Inspection dates:', '4 and 5 October 2023', 700),
      heading('Outcome', 660),
      ...row('The quality of education', 'Good', 630),
      ...row('Behaviour and attitudes', 'Outstanding', 612),
      ...row('Leadership and management', 'Requires improvement', 594),
      heading('What is it like to attend this school?', 550),
      ...paragraphs(['Pupils are good company. Behaviour is outstanding at play, and the school is good.'], {
        top: 525,
      }),
      foot(1),
    ],
  },
  {
    lines: [
      heading('Safeguarding', 760),
      ...paragraphs(['The arrangements for safeguarding are effective.'], { top: 735 }),
      heading('What does the school need to do to improve?', 690),
      ...paragraphs(['(Information for the school and appropriate authority)'], { top: 668 }),
      ...points(steps, 640),
      heading('How can I feed back my views?', 500),
      ...paragraphs(['You can use Ofsted Parent View to give Ofsted your opinion.'], { top: 475 }),
      foot(2),
    ],
  },
  {
    lines: [
      heading('School details', 760),
      ...row('Unique reference number', '100000', 730),
      ...row('Local authority', 'Northmarsh', 712),
      foot(3),
    ],
  },
];

export const reportCard: DrawnPage[] = [
  {
    lines: [
      { text: 'Ofsted', x: 60, y: 790, size: 12 },
      heading('Report card: Marsh Academy', 760),
      ...paragraphs(['URN: 137654'], { top: 730 }),
      ...paragraphs(['Inspection dates: 13 to 14 January 2026'], { top: 705 }),
      ...paragraphs(['Report published: 17 February 2026'], { top: 680 }),
      heading('Safeguarding standards met', 640),
      heading('Inclusion', 600),
      ...paragraphs(['Exceptional'], { top: 578 }),
      heading('Curriculum and teaching', 540),
      ...paragraphs(['Expected standard'], { top: 518 }),
      heading('Achievement', 480),
      ...paragraphs(['Needs attention'], { top: 458 }),
      foot(1),
    ],
  },
  {
    lines: [
      heading('Next steps', 760),
      ...points(steps, 735),
      heading('About this inspection', 600),
      ...paragraphs(['Inspectors spoke to pupils, staff and governors.'], { top: 575 }),
      foot(2),
    ],
  },
  {
    lines: [
      heading('Facts and figures used on inspection', 760),
      ...paragraphs(['This data is from 12 January 2026.'], { top: 738 }),
      ...table('Overall absence', 700, [
        heads,
        ['2024/25', '6.1%', '6.9%', 'Below'],
        ['2023/24', '7.4%', '7.1%', 'Close to average'],
        ['2022/23', 'SUPP', '7.4%', 'Not available'],
      ]),
      ...table('Disadvantaged pupils: expected standard in reading, writing and maths', 540, [
        ['Year', 'This school', 'National average', 'School/disadvantage gap'],
        ['2024/25 (provisional)', '48%', '67%', '–19 pp'],
        ['2023/24 (final)', '45%', '67%', '–22 pp'],
      ]),
      foot(3),
    ],
  },
];
