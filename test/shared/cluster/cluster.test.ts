import { describe, expect, it } from 'vitest';
import { Cluster, editCluster, found, retentionNotice } from '../../../shared/cluster/cluster.ts';
import { admit, Member } from '../../../shared/cluster/members.ts';
import { redact } from '../../../shared/cluster/redact.ts';
import { can, capabilities, roles } from '../../../shared/cluster/roles.ts';
import { addSchool, School } from '../../../shared/cluster/schools.ts';
import { Evidence, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newClusterId, newId } from '../../../shared/ids.ts';
import { actorOf, newWorld, noon, rolesFor, rolesThat } from '../world.ts';

const operator = actorOf('operator', 'operator');
const coordinator = actorOf('coordinator');

const founding = (more: object = {}) => ({ id: newClusterId(), name: 'Sandford Hill', word: 'hub', ...more });
const member = (more: object = {}) => ({ id: newId(), name: 'Ben', role: 'leader', schools: [], ...more });
const school = (more: object = {}) => ({ id: newId(), name: 'Sandford Hill', urn: '100001', ...more });
const note = (more: object = {}) => ({ id: newId(), passages: [], note: 'x', tags: [], priorities: [], ...more });

describe('cluster.found', () => {
  it('makes the cluster, once', () => {
    const world = newWorld();
    expect(world.act(operator, found, founding({ demo: true }))).toBe('ok');
    expect(world.get(Cluster)?.body).toEqual({ name: 'Sandford Hill', word: 'hub', demo: true, founded: noon });
    expect(world.act(operator, found, founding())).toBe('exists');
  });

  it('is the operator’s alone', () => {
    expect(rolesFor(found, founding)).toEqual(['operator']);
  });

  it('takes one line as a name, and one of our words', () => {
    const act = (more: object) => newWorld().act(operator, found, founding(more));
    for (const name of ['', '  ', 'two\nlines', 'tab\there', 'x'.repeat(121)]) expect(act({ name })).toBe('not-valid');
    for (const name of ['Ø', '学校', 'x'.repeat(120)]) expect(act({ name })).toBe('ok');
    expect(act({ word: 'gang' })).toBe('not-valid');
    expect(act({ founded: 0 })).toBe('unknown-field');
  });
});

describe('cluster.edit', () => {
  const founded = () => {
    const world = newWorld();
    const { id } = founding();
    world.act(operator, found, founding({ id }));
    const edit = (more: object) => {
      const rev = world.get(Cluster)?.rev ?? 0;
      return world.act(coordinator, editCluster, { id, rev, ...more });
    };
    return { world, id, edit };
  };

  it('names it anew', () => {
    const { world, id, edit } = founded();
    expect(edit({ name: 'Kestrel Vale', word: 'trust' })).toBe('ok');
    expect(world.get(Cluster)?.body).toEqual({ name: 'Kestrel Vale', word: 'trust', founded: noon });
    expect(world.act(coordinator, editCluster, { id, rev: 1, name: 'Late' })).toBe('stale');
    expect(world.act(coordinator, editCluster, { id: newClusterId(), rev: 1, name: 'x' })).toBe('missing');
    expect(edit({ name: ' ' })).toBe('not-valid');
  });

  it('announces a time after which evidence goes, and less only with the same notice', () => {
    const { world, edit } = founded();
    const retention = () => world.get(Cluster)?.body?.retention;
    expect(edit({ retention: 4 })).toBe('ok');
    expect(retention()).toEqual({ years: 4, from: noon + retentionNotice });
    expect(edit({ retention: 6 })).toBe('ok');
    expect(retention()).toEqual({ years: 6, from: noon + retentionNotice });
    expect(edit({ retention: null })).toBe('ok');
    expect(retention()).toBeNull();
    for (const years of [0, 26, 1.5]) expect(edit({ retention: years })).toBe('not-valid');
  });

  it('is for coordinators', () => {
    expect(rolesFor(editCluster, () => ({ id: newClusterId(), rev: 1 }))).toEqual(['coordinator']);
  });
});

describe('member.admit', () => {
  it('lets a person in, for the schools that are there', () => {
    const world = newWorld();
    const [here, gone] = [school(), newId()];
    world.act(coordinator, addSchool, here);
    const body = member({ schools: [here.id] });
    expect(world.act(operator, admit, body)).toBe('ok');
    const { id, ...rest } = body;
    expect(world.get(Member, id)?.body).toEqual({ ...rest, joined: noon });
    expect(world.act(operator, admit, member({ schools: [here.id, gone] }))).toBe('missing');
    expect(world.act(operator, admit, member({ id }))).toBe('exists');
  });

  it('is the operator’s alone, and gives only roles that a member can have', () => {
    expect(rolesFor(admit, member)).toEqual(['operator']);
    expect(newWorld().act(operator, admit, member({ role: 'operator' }))).toBe('not-valid');
  });
});

describe('school.add', () => {
  it('adds a school, once by its number', () => {
    const world = newWorld();
    const { id, ...body } = school();
    expect(world.act(coordinator, addSchool, { id, ...body })).toBe('ok');
    expect(world.get(School)?.body).toEqual(body);
    expect(world.act(coordinator, addSchool, school({ name: 'Twin' }))).toBe('exists');
    expect(world.act(coordinator, addSchool, school({ urn: '100002' }))).toBe('ok');
  });

  it('takes only numbers that GIAS gives', () => {
    for (const urn of ['10000', '1000001', '200001', '10000x', ' 100001', 100_001]) {
      expect(newWorld().act(coordinator, addSchool, school({ urn })), `${urn}`).toBe('not-valid');
    }
  });

  it('is for coordinators and heads', () => {
    expect(rolesFor(addSchool, school)).toEqual(['coordinator', 'head']);
  });
});

describe('record.redact', () => {
  it('empties what was said, and leaves that it was', () => {
    const world = newWorld();
    const body = note();
    world.act(coordinator, saveEvidence, body);
    expect(world.act(coordinator, redact, { kind: 'evidence', id: body.id })).toBe('ok');
    expect(world.get(Evidence)).toMatchObject({ id: body.id, rev: 2, seq: 2, body: null });
    expect(world.act(coordinator, saveEvidence, body)).toBe('erased');
  });

  it('needs something to empty, of a kind that may be', () => {
    const act = (body: object) => newWorld().act(coordinator, redact, body);
    expect(act({ kind: 'evidence', id: newId() })).toBe('missing');
    for (const kind of ['cluster', 'member', 'baseline', 'x']) expect(act({ kind, id: newId() })).toBe('not-valid');
  });

  it('is for coordinators', () => {
    expect(rolesFor(redact, () => ({ kind: 'evidence', id: newId() }))).toEqual(['coordinator']);
  });
});

describe('roles', () => {
  it('say who may what, as was agreed', () => {
    const table = Object.fromEntries(capabilities.map((one) => [one, rolesThat((actor) => can(actor, one))]));
    expect(table).toEqual({
      'cluster.found': ['operator'],
      'cluster.edit': ['coordinator'],
      'cluster.export': ['coordinator'],
      'member.admit': ['operator'],
      'member.edit': ['coordinator', 'head', 'leader', 'observer'],
      'member.leave': ['coordinator', 'head', 'leader', 'observer'],
      'member.forget': ['coordinator', 'head', 'leader', 'observer'],
      'member.invite': ['coordinator'],
      'device.revoke': ['coordinator'],
      'school.add': ['coordinator', 'head'],
      'school.edit': ['coordinator', 'head'],
      'school.mark': ['coordinator'],
      'school.appoint': ['coordinator', 'head', 'leader'],
      'purpose.word': ['coordinator', 'head', 'leader'],
      'purpose.affirm': ['coordinator', 'head', 'leader'],
      'value.write': ['coordinator', 'head', 'leader'],
      'rules.word': ['coordinator', 'head'],
      'rules.accept': ['coordinator', 'head', 'leader', 'observer'],
      'partnership.follow': ['coordinator', 'head', 'leader'],
      'priority.propose': ['coordinator', 'head', 'leader'],
      'priority.edit': ['coordinator', 'head', 'leader'],
      'priority.drop': ['coordinator', 'head', 'leader'],
      'priority.agree': ['coordinator', 'head', 'leader'],
      'priority.confirm': ['coordinator', 'head'],
      'priority.adopt': ['coordinator'],
      'priority.close': ['coordinator', 'head'],
      'indicator.write': ['coordinator', 'head', 'leader'],
      'noticing.record': ['coordinator', 'head', 'leader'],
      'reading.enter': ['coordinator', 'head', 'leader'],
      'target.set': ['coordinator', 'head', 'leader'],
      'tag.mark': ['coordinator', 'head', 'leader'],
      'evidence.weigh': ['coordinator', 'head', 'leader'],
      'evidence.gather': ['coordinator', 'head', 'leader'],
      'response.give': ['coordinator', 'head', 'leader', 'observer'],
      'search.keep': ['coordinator', 'head', 'leader', 'observer'],
      'activity.plan': ['coordinator', 'head', 'leader'],
      'cycle.run': ['coordinator', 'head', 'leader'],
      'meeting.hold': ['coordinator', 'head', 'leader'],
      'decision.record': ['coordinator', 'head', 'leader'],
      'evidence.save': ['coordinator', 'head', 'leader'],
      'evidence.edit': ['coordinator', 'head', 'leader'],
      'evidence.expire': ['operator'],
      'record.redact': ['coordinator'],
      'publicity.set': ['coordinator'],
      'publicity.settle': ['operator'],
      'contact.set': ['coordinator', 'head', 'leader'],
      'naming.set': ['coordinator', 'head', 'leader', 'observer'],
      'review.write': ['coordinator', 'head', 'leader'],
      'review.sign': ['coordinator', 'head', 'leader'],
      'review.publish': ['coordinator', 'head'],
      'edition.redact': ['operator'],
      'edition.carried': ['operator'],
      'question.ask': ['operator'],
      'question.answer': ['coordinator', 'head', 'leader'],
      'question.forget': ['operator'],
    });
    expect(roles).toEqual(['coordinator', 'head', 'leader', 'observer']);
  });
});
