import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind } from '../record.ts';
import { line } from './cluster.ts';

export interface School {
  name: string;
  urn: string;
}

export const School = defineKind<School>('school');

/** A school's unique reference number: six digits that begin with 1 (GIAS). */
export const Urn = z.string().check(z.regex(/^1\d{5}$/));

export const addSchool = defineAction({
  name: 'school.add',
  capability: 'school.add',
  body: z.strictObject({ id: Id, name: line(160), urn: Urn }),
  reads: () => [School],
  decide({ id, ...body }, { list }) {
    if (list(School).some((school) => school.body?.urn === body.urn)) return fail('exists', body.urn);
    return ok([{ op: 'create', kind: School, id, body }]);
  },
});
