import { expect, it } from 'vitest';
import { unsentText } from '../../../extension/evidence/unsent-text.ts';
import type { OutboxRow } from '../../../extension/replica/database.ts';

const row = (state: OutboxRow['state'], name: string, body: object): OutboxRow => ({
  id: name,
  state,
  group: [{ id: name, name, body, at: 0 }],
});

it('is everything that a person wrote and the log has not: evidence, weighings, responses, decisions', () => {
  const rows = [
    row('waiting', 'evidence.save', {
      what: 'quote',
      passages: [{ exact: 'They read' }],
      note: 'So?',
      tags: ['oracy'],
    }),
    row('held', 'evidence.weigh', {
      evidence: 'x',
      relevant: true,
      strength: 'fair',
      soWhat: 'For Year 3',
      tags: ['a'],
    }),
    row('refused', 'evidence.weigh', { evidence: 'x', relevant: false, reason: 'Not our pupils' }),
    row('waiting', 'response.give', { to: { kind: 'evidence', id: 'x' }, how: 'question', text: 'Whose pupils?' }),
    row('waiting', 'decision.record', { text: 'We do it', why: 'It helped' }),
    row('accepted', 'response.give', { text: 'In the log already' }),
  ];
  expect(unsentText(rows, []).split('\n\n———\n\n')).toEqual([
    '“They read”\nSo?\nTags: oracy',
    'Tags: a\nFor Year 3',
    'Not our pupils',
    'Whose pupils?',
    'We do it\nIt helped',
  ]);
});
