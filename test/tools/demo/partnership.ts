import { acceptRules, wordRules } from '../../../shared/cluster/engagement.ts';
import { follow } from '../../../shared/cluster/followed.ts';
import { admit } from '../../../shared/cluster/members.ts';
import { affirmPurpose, wordPurpose } from '../../../shared/cluster/purpose.ts';
import { addSchool, editSchool } from '../../../shared/cluster/schools.ts';
import { addValue } from '../../../shared/cluster/values.ts';
import { markTag } from '../../../shared/evidence/tags.ts';
import { newId } from '../../../shared/ids.ts';
import { type Past, seen } from './past.ts';
import type { Script } from './script.ts';

/** Writes who the cluster is: its schools, its people, and what its tags say of pupils. `keeper` is a member's id. */
export function writeCluster({ begun, schools, members, groups }: Script, keeper: string, past: Past): void {
  const first = past.at(begun);
  for (const { key, name, urn } of schools) {
    past.enter(keeper, first, addSchool, { id: past.make(key, first), name, urn });
  }
  for (const { key, name, role, schools: of, daysAgo, time } of members) {
    const at = past.at({ ...begun, ...(daysAgo !== undefined && { daysAgo }), ...(time && { time }) });
    past.enter('operator', at, admit, { id: past.make(key, at), name, role, schools: of.map(past.id) });
  }
  for (const { key, urn: before, became } of schools) {
    if (!became) continue;
    // An academy conversion gives a new number; the old one goes on meaning the same school.
    const { urn, ...act } = became;
    past.act(act, editSchool, { id: past.id(key), rev: seen, urn, before: [before] });
  }
  for (const { name, ...act } of groups) past.act(act, markTag, { name, group: true });
}

/** Writes why the cluster exists, how it works together and whom it learns from. */
export function writePartnership({ purposes, values, rules, followed }: Script['partnership'], past: Past): void {
  let after: string | undefined;
  for (const { text, affirmed, ...act } of purposes) {
    const id = newId(past.at(act));
    past.act(act, wordPurpose, { id, text, ...(after && { after }) });
    for (const { school, ...by } of affirmed) past.act(by, affirmPurpose, { purpose: id, school: past.id(school) });
    after = id;
  }
  for (const { title, adopt, refuse, ...act } of values) past.act(act, addValue, { title, adopt, refuse });
  const id = newId(past.at(rules));
  past.act(rules, wordRules, { id, text: rules.text });
  for (const act of rules.accepted) past.act(act, acceptRules, { rules: id });
  for (const { name, page, why, ...act } of followed)
    past.act(act, follow, { name, url: `${past.pages}/${page}`, why });
}
