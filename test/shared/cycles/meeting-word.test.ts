import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, it } from 'vitest';
import { meetingWord } from '../../../shared/cycles/meeting-word.ts';
import { wordBody, wordParts } from '../../../shared/evidence/formats/word-parts.ts';

it('is the page of a meeting as others read it: a heading for each part, a line for each thing', async () => {
  const parts = [
    { title: 'To decide', lines: ['Reading <first>', 'Attendance & more'] },
    { title: 'Owed', lines: ['Hill View: a figure'] },
  ];
  const body = meetingWord(parts, { cluster: 'Kestrel Vale', since: '1 January 2026' });
  const files = { ...wordParts, [wordBody]: body };
  const zip = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(zip) });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  expect(value).toContain('Kestrel Vale: since 1 January 2026');
  expect(value).toContain('<h2>To decide</h2><p>–\tReading &lt;first&gt;</p><p>–\tAttendance &amp; more</p>');
  expect(value.match(/<h2>/g)).toHaveLength(2);
  expect(meetingWord([], { cluster: 'Kestrel Vale', since: '' })).toContain('Kestrel Vale: so far');
});
