import { type Actor, can } from '../../shared/cluster/roles.ts';
import { isOf, type School } from '../../shared/cluster/schools.ts';
import { setBaseline } from '../../shared/priorities/target.ts';
import type { Record } from '../../shared/record.ts';

/** Whether somebody may say where a school starts: its own people, or a coordinator. */
export const maySetStart = (me: Actor | undefined, school: Record<School>): boolean =>
  me !== undefined && can(me, setBaseline.capability) && (me.role === 'coordinator' || isOf(me, school));
