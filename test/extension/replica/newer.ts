import * as z from 'zod/mini';
import { type Catalogue, catalogue, defineAction } from '../../../shared/action.ts';
import { actions } from '../../../shared/actions.ts';
import { Evidence, editEvidence, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { Id } from '../../../shared/ids.ts';
import { fail, ok } from '../../../shared/problem.ts';
import { defineKind } from '../../../shared/record.ts';

// A build of some years from now: an action more, a kind of record more, and a field more in what there is.

const Confidence = z.optional(z.enum(['low', 'high']));
type Confidence = z.infer<typeof Confidence>;

/** Evidence as it will be: of a newer shape, with a field that today's build does not know. */
export const NewerEvidence = defineKind<Evidence & { confidence?: Confidence }>('evidence', [(body: object) => body]);

const shapeOf = (body: unknown) => (body as z.ZodMiniObject).def.shape;

type SaveBody = z.infer<typeof saveEvidence.body> & { confidence?: Confidence };
type EditBody = z.infer<typeof editEvidence.body> & { confidence?: Confidence };

/** `evidence.save` with an optional field more. */
export const newerSave = defineAction<string, SaveBody>({
  ...saveEvidence,
  body: z.strictObject({ ...shapeOf(saveEvidence.body), confidence: Confidence }) as unknown as z.ZodMiniType<SaveBody>,
  decide({ confidence, ...body }, context) {
    const decided = saveEvidence.decide(body, context);
    if (!decided.ok) return decided;
    const more = confidence && { confidence };
    return ok(
      decided.value.map((write) =>
        write.op === 'erase' || write.op === 'blank'
          ? write
          : { ...write, kind: NewerEvidence, body: { ...write.body, ...more } },
      ),
    );
  },
});

/** `evidence.edit` as it will be. */
export const newerEdit = defineAction<string, EditBody>({
  ...editEvidence,
  body: z.strictObject({ ...shapeOf(editEvidence.body), confidence: Confidence }) as unknown as z.ZodMiniType<EditBody>,
  decide({ confidence, ...body }, context) {
    const decided = editEvidence.decide(body, context);
    if (!decided.ok) return decided;
    const more = confidence && { confidence };
    return ok(
      decided.value.map((write) =>
        write.op === 'erase' || write.op === 'blank'
          ? write
          : { ...write, kind: NewerEvidence, body: { ...write.body, ...more } },
      ),
    );
  },
});

export interface Weighing {
  evidence: string;
  weight: number;
}

/** A kind that today's build does not know. */
export const Weighing = defineKind<Weighing>('savouring');

/** An action that today's build does not know. */
export const weigh = defineAction({
  name: 'evidence.savour',
  capability: 'evidence.save',
  body: z.strictObject({ id: Id, evidence: Id, weight: z.number().check(z.int()) }),
  reads: ({ evidence }) => [{ kind: Evidence.kind, id: evidence }],
  decide({ id, ...body }, { get }) {
    if (!get(Evidence, body.evidence)?.body) return fail('missing', Evidence.kind);
    return ok([{ op: 'create', kind: Weighing, id, body }]);
  },
});

const replaced: string[] = [saveEvidence.name, editEvidence.name];

/** Everything that anyone can do in the newer build. */
export const newerActions: Catalogue = catalogue([
  ...[...actions.values()].filter(({ name }) => !replaced.includes(name)),
  ...([newerSave, newerEdit, weigh] as never[]),
]);
