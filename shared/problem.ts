/**
 * What can go wrong, as values with stable codes. Over HTTP they are problem details (RFC 9457).
 *
 * `then` says what a client does with the thing that it sent:
 * - `again`: nothing is wrong with it; send it again later, unchanged.
 * - `update`: one side is too old to understand the other; keep it as it is until one is updated.
 * - `never`: it will not be accepted; show it to the person who made it.
 * - `leave`: this device is no longer let in.
 */
export const problems = {
  // What was sent
  'not-json': [400, 'never', 'What was sent could not be read.'],
  'not-valid': [400, 'never', 'Something in it is missing or too long.'],
  'unknown-field': [400, 'update', 'It says something that the other side does not know yet.'],
  'unknown-action': [400, 'update', 'The other side does not know this action yet.'],
  'too-large': [413, 'never', 'It is too large to send.'],
  'not-found': [404, 'again', 'There is nothing at this address.'],
  'method-not-allowed': [405, 'never', 'This address does not do that.'],
  'update-needed': [426, 'update', 'This Goldthread is too old for the cluster. Update it; nothing is lost meanwhile.'],

  // Who sent it
  'no-credential': [401, 'leave', 'This device has not joined the cluster.'],
  'device-revoked': [401, 'leave', 'This device was removed from the cluster.'],
  'cluster-unknown': [404, 'again', 'There is no such cluster at this address.'],
  'creation-closed': [403, 'never', 'New clusters need the secret that the owner of this address gives out.'],
  'code-unknown': [404, 'never', 'This link or code is not one of ours. Was it copied whole?'],
  'code-used': [410, 'never', 'This link or code has been used already. Ask for a new one.'],
  'code-expired': [410, 'never', 'This link or code has run out. Ask for a new one.'],
  'operator-only': [403, 'never', 'Only the operator of this address may do that.'],
  'too-many': [429, 'again', 'Too much at once. It is tried again shortly.'],

  // What it would do
  'not-allowed': [403, 'never', 'Your role in the cluster does not include this.'],
  'id-reused': [409, 'never', 'Another action has the same id.'],
  'group-changed': [409, 'never', 'Part of this was accepted before, in another company.'],
  'group-refused': [409, 'never', 'It belongs to something that was refused.'],
  stale: [409, 'never', 'Somebody changed this since you saw it.'],
  missing: [409, 'never', 'What this is about is not in the log.'],
  exists: [409, 'never', 'This is in the log already.'],
  erased: [409, 'never', 'What this is about was erased.'],
  'not-yours': [403, 'never', 'Only the person who saved it can change it.'],
  'not-for-school': [403, 'never', 'Only somebody who acts for that school can say this in its name.'],
  'last-coordinator': [409, 'never', 'The cluster would have no coordinator. Make somebody else one first.'],
  left: [409, 'never', 'This person has left the cluster.'],
  'not-in-state': [409, 'never', 'It has moved on since: this can no longer be done to it.'],
  'not-fitting': [409, 'never', 'This figure or date does not fit here.'],

  // Priorities
  'three-agreed': [409, 'never', 'Three priorities are agreed already. Close one first.'],
  'why-together': [409, 'never', 'It does not say yet why no school could achieve it alone.'],
  'no-indicator': [409, 'never', 'It has no indicator yet.'],
  'nothing-measured': [409, 'never', 'None of its indicators is for one of the schools.'],
  'not-measured': [409, 'never', 'This indicator is not for that school.'],
  'no-schools': [409, 'never', 'No school takes part yet.'],
  'no-baseline': [409, 'never', 'A school has not recorded where it starts from.'],
  'nothing-noticed': [409, 'never', 'A school has not recorded what it noticed.'],
  'not-agreed': [409, 'never', 'A school has not agreed yet.'],
  objection: [409, 'never', 'A school objects.'],
  'agreed-already': [409, 'never', 'It is agreed as it is worded. Close it and propose it anew to word it otherwise.'],
  'no-target': [409, 'never', 'The school has no target of its own yet. Set that first.'],
  'not-beyond': [409, 'never', 'A stretch target goes beyond the school’s own target.'],
  'no-evidence': [409, 'never', 'Nothing was gathered for it yet. Without evidence it cannot be adopted.'],
  'nobody-acted': [409, 'never', 'No school has said yet what it did. Without that it cannot be adopted.'],
  'small-number': [409, 'never', 'So few pupils might be recognised. Enter it as suppressed.'],

  // Evidence
  'pupil-number': [
    409,
    'never',
    'A pupil’s number (UPN) stands in it. It names one child: take it out, then save again.',
  ],

  // Publishing
  fixed: [409, 'never', 'A review stands at this address already. The address stays.'],
  'no-address': [409, 'never', 'The partnership has no public address yet.'],
  'no-contact': [409, 'never', 'A school has not said yet whom to reach when worried about a child.'],
  'nothing-written': [409, 'never', 'A part of it is not written yet.'],
  'not-signed': [409, 'never', 'A school has not signed it as it is worded.'],
  'not-confirmed': [409, 'never', 'What is taken out before publishing has changed. Look at it once more.'],
  'no-change-note': [409, 'never', 'It does not say yet what was put right.'],
  'restricted-source': [409, 'never', 'Its source is not public. It cannot be published.'],
  'too-many-cited': [409, 'never', 'It cites as much evidence as a priority can. Take one out first.'],
  'questions-closed': [409, 'never', 'This partnership takes no questions at present.'],
  'form-expired': [410, 'never', 'This form has been open too long. Send your words again.'],

  'blob-missing': [409, 'again', 'Its image has not arrived yet.'],

  // This side
  'storage-full': [
    507,
    'again',
    'This device has no room left. Free some space, and leave this open meanwhile: nothing on it is lost.',
  ],

  // The other side
  unreachable: [503, 'again', 'The cluster cannot be reached.'],
  'server-error': [500, 'again', 'Something went wrong at our end. It is tried again.'],
} as const satisfies Record<string, readonly [status: number, then: Then, title: string]>;

type Then = 'again' | 'update' | 'never' | 'leave';

/** A stable code of something that went wrong. */
export type ProblemCode = keyof typeof problems;

/** Something that went wrong. `detail` may name a field or a number; it never repeats what a person wrote. */
export interface Problem {
  code: ProblemCode;
  detail?: string;
  /** With `stale`: the record as it is now, so that a person can decide. */
  present?: unknown;
}

/** A value, or what went wrong. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export function fail(code: ProblemCode, detail?: string, present?: unknown): { ok: false; problem: Problem } {
  const problem: Problem = { code };
  if (detail !== undefined) problem.detail = detail;
  if (present !== undefined) problem.present = present;
  return { ok: false, problem };
}

/** The HTTP status of a problem. */
export const statusOf = (code: ProblemCode): number => problems[code][0];

/** What a client does next with what it sent; see {@link problems}. */
export const thenOf = (code: ProblemCode): Then => problems[code][1];

/** The sentence that a person reads. */
export const sentenceOf = (code: ProblemCode): string => problems[code][2];

/** Whether a text, perhaps from a newer server, is a code that we know. */
export const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(problems, code);
