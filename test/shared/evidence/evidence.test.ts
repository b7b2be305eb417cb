import { describe, expect, it } from 'vitest';
import { redact } from '../../../shared/cluster/redact.ts';
import {
  Evidence,
  editEvidence,
  isWithdrawn,
  reinstateEvidence,
  saveEvidence,
  withdrawEvidence,
} from '../../../shared/evidence/evidence.ts';
import { describe as passageOf } from '../../../shared/evidence/quote.ts';
import { newId } from '../../../shared/ids.ts';
import { proposePriority } from '../../../shared/priorities/priority.ts';
import { actorOf, newWorld, noon, rolesFor, type World } from '../world.ts';

const leader = actorOf('leader');
const coordinator = actorOf('coordinator');
const passage = { exact: 'Pupils read daily.', prefix: 'a ', suffix: ' b', start: 2, end: 20 };
const evidence = (more: object = {}) => ({
  id: newId(),
  passages: [passage],
  source: { url: 'https://reports.ofsted.gov.uk/provider/21/100001', title: 'Report' },
  note: '',
  tags: ['phonics'],
  priorities: [] as string[],
  ...more,
});
const hash = 'a'.repeat(64);

function withPriority(world: World): string {
  const id = newId();
  world.act(leader, proposePriority, { id, title: 'Reading' });
  return id;
}

describe('evidence.save', () => {
  it('keeps what was clipped, by whom and when', () => {
    const world = newWorld();
    const { id, ...body } = evidence({ priorities: [withPriority(world)] });
    expect(world.act(leader, saveEvidence, { id, ...body })).toBe('ok');
    expect(world.get(Evidence)?.body).toEqual({ ...body, by: leader.member, at: noon });
    expect(world.act(leader, saveEvidence, { id, ...body })).toBe('exists');
  });

  it('is a passage, a note or an image: never nothing', () => {
    const act = (more: object) => newWorld().act(leader, saveEvidence, evidence({ passages: [], ...more }));
    expect(act({})).toBe('not-valid');
    expect(act({ note: ' \n ' })).toBe('not-valid');
    expect(act({ note: 'Seen in Year 3' })).toBe('ok');
    expect(act({ image: { blob: hash, alt: '' } })).toBe('ok');
  });

  it('never holds a pupil’s number, in any of its texts', () => {
    const world = newWorld();
    const upn = 'H801200001001';
    const table = { caption: '', columns: ['Pupil', 'Score'], rows: [[upn, '7']] };
    const source = { url: `https://mis.example/${upn}`, title: 't' };
    for (const more of [
      { note: `Seen: ${upn}` },
      { passages: [{ ...passage, suffix: upn.toLowerCase() }] },
      { tags: ['B80120000100C'] },
      { image: { blob: hash, alt: upn } },
      { source },
      { table },
    ])
      expect(world.act(leader, saveEvidence, evidence(more))).toBe('pupil-number');
    const body = evidence();
    expect(world.act(leader, saveEvidence, body)).toBe('ok');
    expect(world.act(leader, editEvidence, { id: body.id, rev: 1, note: upn })).toBe('pupil-number');
    expect(world.act(leader, editEvidence, { id: body.id, rev: 1, note: upn.slice(1) })).toBe('ok');
  });

  it('may be a table, of which every row is as long as its heads', () => {
    const save = (table: object) => newWorld().act(leader, saveEvidence, evidence({ table }));
    const table = { caption: 'Absence', columns: ['', '2023/24'], rows: [['Eldshire', '5.5%']] };
    expect(save(table)).toBe('ok');
    expect(save({ ...table, rows: [['Eldshire']] })).toBe('not-valid');
    expect(save({ ...table, rows: [] })).toBe('not-valid');
    expect(save({ ...table, rows: Array.from({ length: 201 }, () => ['a', 'b']) })).toBe('not-valid');
    expect(save({ ...table, columns: ['', 'x'.repeat(201)] })).toBe('not-valid');
  });

  it('needs its image to have arrived, where images are asked about', () => {
    const body = () => evidence({ image: { blob: hash, alt: 'A chart' } });
    expect(newWorld().act(leader, saveEvidence, body(), [])).toBe('blob-missing');
    expect(newWorld().act(leader, saveEvidence, body(), [hash])).toBe('ok');
    expect(newWorld().act(leader, saveEvidence, body())).toBe('ok');
  });

  it('is tied only to priorities that are there', () => {
    const world = newWorld();
    const id = withPriority(world);
    const act = (priorities: string[]) => world.act(leader, saveEvidence, evidence({ priorities }));
    expect([act([id]), act([id, newId()])]).toEqual(['ok', 'missing']);
    world.act(coordinator, redact, { kind: 'priority', id });
    expect(act([id])).toBe('erased');
  });

  it('leads only to addresses that may be opened', () => {
    const act = (url: string) => newWorld().act(leader, saveEvidence, evidence({ source: { url, title: '' } }));
    for (const url of ['https://x.example/', 'HTTP://x.example', 'file:///report.pdf']) expect(act(url)).toBe('ok');
    const bad = ['javascript:alert(1)', 'data:text/html,x', ' https://x', 'x\nhttps://y', '', 'blob:https://x'];
    for (const url of bad) expect(act(url), url).toBe('not-valid');
  });

  it('has its limits', () => {
    const act = (more: object) => newWorld().act(leader, saveEvidence, evidence(more));
    const over: object[] = [
      { note: 'x'.repeat(10_001) },
      { tags: Array(21).fill('t') },
      { tags: ['x'.repeat(61)] },
      { tags: [''] },
      { priorities: Array.from({ length: 11 }, () => newId()) },
      { passages: Array(21).fill(passage) },
      { passages: [{ ...passage, exact: 'x'.repeat(20_001) }] },
      { passages: [{ ...passage, exact: '' }] },
      { passages: [{ ...passage, start: -1 }] },
      { passages: [{ ...passage, prefix: 'x'.repeat(201) }] },
      { image: { blob: 'not a hash', alt: '' } },
    ];
    for (const more of over) expect(act(more), JSON.stringify(more).slice(0, 80)).toBe('not-valid');
    expect(act({ by: newId() })).toBe('unknown-field');
    expect(act({ passages: [{ ...passage, colour: 'gold' }] })).toBe('unknown-field');
  });

  it('keeps each kind as what it is, and refuses one that lacks it', () => {
    const act = (more: object) => newWorld().act(leader, saveEvidence, evidence({ passages: [], ...more }));
    const link = { url: 'https://x.example/report', text: 'The report' };
    const whole: object[] = [
      { what: 'page' },
      { what: 'link', link },
      { what: 'image', image: { blob: hash, alt: 'A chart' } },
      { what: 'list', passages: [passage, { ...passage, start: 30, end: 48 }] },
      { what: 'seen', seen: { how: 'lesson', on: '2026-01-12' }, note: 'Pupils explain their thinking' },
      { what: 'quote', passages: [passage], stance: 'challenges' },
    ];
    for (const more of whole) expect(act(more), JSON.stringify(more)).toBe('ok');
    const lacking: object[] = [
      { what: 'page', source: undefined },
      { what: 'link' },
      { what: 'link', link: { ...link, url: 'javascript:alert(1)' } },
      { what: 'image', note: 'A chart' },
      { what: 'list', note: 'Items' },
      { what: 'seen', note: 'Heard' },
      { what: 'seen', seen: { how: 'lesson', on: '12 January' }, note: 'Heard' },
      { what: 'seen', seen: { how: 'lesson' } },
      { what: 'poem', passages: [passage] },
      { stance: 'likes', passages: [passage] },
    ];
    for (const more of lacking) expect(act(more), JSON.stringify(more)).toBe('not-valid');
  });

  it('takes what the page says of its source, a date only as a date', () => {
    const act = (more: object) =>
      newWorld().act(leader, saveEvidence, evidence({ source: { url: 'https://x.example/', title: 'X', ...more } }));
    for (const published of ['2025', '2025-11', '2025-11-04']) expect(act({ published }), published).toBe('ok');
    for (const published of ['', '2025-13', '2025-11-32', '4 November 2025']) {
      expect(act({ published }), published).toBe('not-valid');
    }
    expect(act({ site: 'Ofsted', author: 'A. Inspector' })).toBe('ok');
    expect(act({ author: 'x'.repeat(301) })).toBe('not-valid');
    expect(act({ colour: 'gold' })).toBe('unknown-field');
  });

  it('takes what a source is, in its exact forms, and nothing of what is refused', () => {
    const source = { url: 'https://example.org/', title: 't' };
    const act = (more: object) => newWorld().act(leader, saveEvidence, evidence({ source: { ...source, ...more } }));
    const whole = { kind: 'research', publisher: 'p', updated: '2025-11', licence: 'CC BY 4.0', access: 'restricted' };
    for (const urn of ['100000', 'EY123456', '2764313']) expect(act({ ...whole, urn }), urn).toBe('ok');
    for (const doi of ['10.5555/a', '10.1002/(sici)1-2']) expect(act({ ...whole, doi }), doi).toBe('ok');
    const wrong = [
      { kind: 'blog' },
      { access: 'refused' },
      { doi: 'https://doi.org/10.5555/a' },
      { doi: '10.5555/a b' },
    ];
    for (const more of [...wrong, { urn: 'Hill' }, { updated: 'today' }, { licence: 'x'.repeat(101) }]) {
      expect(act(more), JSON.stringify(more)).toBe('not-valid');
    }
  });

  it('is for everyone but observers', () => {
    expect(rolesFor(saveEvidence, evidence)).toEqual(['coordinator', 'head', 'leader']);
  });
});

describe('evidence.edit', () => {
  function saved() {
    const world = newWorld();
    const body = evidence();
    world.act(leader, saveEvidence, body);
    return { world, id: body.id };
  }

  it('changes what it names, and only that', () => {
    const { world, id } = saved();
    const priority = withPriority(world);
    const before = world.get(Evidence)?.body;
    expect(world.act(leader, editEvidence, { id, rev: 1, note: 'Better', priorities: [priority] })).toBe('ok');
    expect(world.get(Evidence)).toMatchObject({ rev: 2, body: { ...before, note: 'Better', priorities: [priority] } });
    expect(world.act(leader, editEvidence, { id, rev: 2, tags: [], stance: 'supports' })).toBe('ok');
    expect(world.get(Evidence)?.body).toMatchObject({ note: 'Better', tags: [], stance: 'supports', edited: noon });
    expect(world.act(leader, editEvidence, { id, rev: 3, stance: null })).toBe('ok');
    expect(world.get(Evidence)?.body).toMatchObject({ note: 'Better', stance: null });
  });

  it('needs the rev that is, and the author', () => {
    const { world, id } = saved();
    expect(world.act(leader, editEvidence, { id, rev: 2, note: 'x' })).toBe('stale');
    expect(world.act(coordinator, editEvidence, { id, rev: 1, note: 'x' })).toBe('not-yours');
    expect(world.act(leader, editEvidence, { id: newId(), rev: 1 })).toBe('missing');
    expect(world.act(leader, editEvidence, { id, rev: 1, priorities: [newId()] })).toBe('missing');
    world.act(coordinator, redact, { kind: 'evidence', id });
    expect(world.act(leader, editEvidence, { id, rev: 2, note: 'x' })).toBe('erased');
  });

  it('never touches what was clipped', () => {
    const { world, id } = saved();
    for (const more of [{ passages: [] }, { source: { url: 'https://x', title: '' } }, { by: newId() }]) {
      expect(world.act(leader, editEvidence, { id, rev: 1, ...more })).toBe('unknown-field');
    }
  });

  it('is for everyone but observers', () => {
    expect(rolesFor(editEvidence, () => ({ id: newId(), rev: 1 }))).toEqual(['coordinator', 'head', 'leader']);
  });
});

describe('evidence.withdraw', () => {
  it('sets it aside and keeps every word; its author only', () => {
    const world = newWorld();
    const { id, ...body } = evidence();
    world.act(leader, saveEvidence, { id, ...body });
    expect(world.act(coordinator, withdrawEvidence, { id, rev: 1 })).toBe('not-yours');
    expect(world.act(leader, withdrawEvidence, { id, rev: 1 })).toBe('ok');
    expect(world.get(Evidence)?.body).toMatchObject({ ...body, withdrawn: noon });
    expect(world.act(leader, withdrawEvidence, { id, rev: 1 })).toBe('stale');
    expect(world.act(leader, withdrawEvidence, { id: newId(), rev: 1 })).toBe('missing');
  });
});

describe('evidence.reinstate', () => {
  it('puts back what was withdrawn; its author only', () => {
    const world = newWorld();
    const { id, ...body } = evidence();
    world.act(leader, saveEvidence, { id, ...body });
    world.act(leader, withdrawEvidence, { id, rev: 1 });
    expect(world.act(coordinator, reinstateEvidence, { id, rev: 2 })).toBe('not-yours');
    expect(world.act(leader, reinstateEvidence, { id, rev: 1 })).toBe('stale');
    expect(world.act(leader, reinstateEvidence, { id, rev: 2 })).toBe('ok');
    const present = world.get(Evidence)?.body;
    expect(present && isWithdrawn(present)).toBe(false);
    world.act(coordinator, redact, { kind: 'evidence', id });
    expect(world.act(leader, reinstateEvidence, { id, rev: 4 })).toBe('erased');
  });
});

describe('a passage', () => {
  it('is described with what stands around it, as far as there is anything', () => {
    const text = `${'a'.repeat(100)}QUOTE${'b'.repeat(10)}`;
    expect(passageOf(text, 100, 105)).toEqual({
      exact: 'QUOTE',
      prefix: 'a'.repeat(64),
      suffix: 'b'.repeat(10),
      start: 100,
      end: 105,
    });
  });
});
