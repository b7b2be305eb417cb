import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { mustBeOf } from '../cluster/acting.ts';
import { School } from '../cluster/schools.ts';
import { Rev, WebAddress } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { Contact } from './public-kind.ts';

const Phone = z.string().check(z.trim(), z.maxLength(40), z.regex(/^[+(]?\d(?:[\d ().,/-]|ext|x)*\d$/i));
const Email = z.string().check(z.trim(), z.maxLength(200), z.regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/));

/** Says how to reach a school when worried about a child. What is said takes the place of all that was said before. */
export const setContact = defineAction({
  name: 'contact.set',
  capability: 'contact.set',
  body: z
    .strictObject({
      school: Id,
      rev: z.optional(Rev),
      phone: z.optional(Phone),
      email: z.optional(Email),
      url: z.optional(WebAddress),
    })
    .check(z.refine(({ phone, email, url }) => Boolean(phone || email || url), { path: ['phone'] })),
  reads: ({ school }) => [
    { kind: School.kind, id: school },
    { kind: Contact.kind, id: school },
  ],
  decide({ school, rev, phone, email, url }, context) {
    const { actor, get, now } = context;
    if (!get(School, school)?.body) return fail('missing', School.kind);
    if (actor.role !== 'coordinator') {
      const of = mustBeOf(school, context);
      if (!of.ok) return of;
    }
    const body: Contact = { phone, email, url, by: actor.member, at: now };
    if (rev !== undefined) return ok([{ op: 'patch', kind: Contact, id: school, rev, body }]);
    return ok([{ op: 'create', kind: Contact, id: school, body }]);
  },
});
