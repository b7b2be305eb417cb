import { useState } from 'preact/hooks';
import { describeTag, editTag, markTag, mergeTag, type Tag } from '../../shared/evidence/tags.ts';
import { newId } from '../../shared/ids.ts';
import { ok } from '../../shared/problem.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { useKept } from '../ui/use-kept.ts';
import { useTask } from '../ui/use-task.ts';
import type { Codebook } from './use-tags-counted.ts';

interface TagFormProps {
  /** The tag as it is called; none for a new one. */
  name?: string;
  entry?: (Record<Tag> & { body: Tag }) | undefined;
  book: Codebook;
  onDone: () => void;
}

interface Fields {
  name: string;
  definition: string;
  examples: string;
  parent: string;
  group: boolean;
}

const advice: { [code: string]: string | undefined } = {
  exists: 'Another tag has this name already. Take one into the other instead.',
  'not-fitting': 'A tag cannot stand under itself, nor be taken into itself.',
};

/** Says what a tag means, renames it, puts it under another, takes it into another, or retires it. */
export function TagForm({ name = '', entry, book, onDone }: TagFormProps) {
  const { outbox } = useReplica();
  // What is edited is what was there when the form was opened.
  const [seen] = useState(entry);
  const body = seen?.body;
  const [fields, keep, forget] = useKept<Fields>(`tag/${seen?.id ?? name}`, {
    name: body?.name ?? name,
    definition: body?.definition ?? '',
    examples: body?.examples ?? '',
    parent: body?.parent ?? '',
    group: body?.group ?? false,
  });
  const change = (more: Partial<Fields>) => keep({ ...fields, ...more });
  const saving = useTask(async () => {
    const words = { name: fields.name, definition: fields.definition, examples: fields.examples };
    const parent = fields.parent === '' ? null : fields.parent;
    if (!seen || !body) return outbox.act(markTag, { id: newId(), ...words, parent, group: fields.group });
    const { id, rev } = seen;
    const grouping = fields.group === body.group ? [] : [{ action: editTag, body: { id, rev, group: fields.group } }];
    const describing = { action: describeTag, body: { id, rev: rev + grouping.length, ...words, parent } };
    return outbox.actTogether([...grouping, describing] as Parameters<typeof outbox.actTogether>[0]);
  });
  const retiring = useTask((retired: boolean) =>
    seen ? outbox.act(describeTag, { id: seen.id, rev: seen.rev, retired }) : Promise.resolve(ok(null)),
  );
  const merging = useTask(async (into: string) => {
    const [kind, target] = [into.slice(0, 1), into.slice(1)];
    // What nobody has said anything of yet needs an entry before it can be taken in, or take in.
    const taker = kind === 'i' ? target : newId();
    const steps: { action: unknown; body: object }[] = [];
    if (kind === 'n') steps.push({ action: markTag, body: { id: taker, name: target, group: false } });
    const own = seen?.id ?? newId();
    if (!seen) steps.push({ action: markTag, body: { id: own, name, group: false } });
    steps.push({ action: mergeTag, body: { id: own, rev: seen?.rev ?? 1, into: taker } });
    return outbox.actTogether(steps as Parameters<typeof outbox.actTogether>[0]);
  });
  const done = async (task: Promise<{ ok: boolean } | undefined>, words: string) => {
    if (!(await task)?.ok) return;
    announce(words);
    forget();
    onDone();
  };
  const problem = saving.problem ?? retiring.problem ?? merging.problem;
  const others = book.tags.filter((tag) => tag.name !== name && !tag.entry?.body.retired);
  const isNew = name === '';
  return (
    <form
      class="stack"
      aria-label={isNew ? 'A new tag' : `The tag ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (fields.name.trim() !== '') void done(saving.run(undefined), 'Saved on this device');
      }}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && onDone()}
    >
      <Field
        label="Name"
        value={fields.name}
        onValue={(value) => change({ name: value })}
        maxLength={60}
        problem={problem && (advice[problem.code] ?? sentenceFor(problem))}
      />
      <TextArea
        label="What it means"
        hint="When to use it, and when not."
        value={fields.definition}
        onValue={(definition) => change({ definition })}
        rows={2}
        maxLength={1000}
      />
      <TextArea
        label="Examples"
        value={fields.examples}
        onValue={(examples) => change({ examples })}
        rows={2}
        maxLength={2000}
      />
      <Select
        label="Stands under"
        value={fields.parent}
        options={[
          { value: '', label: 'No other tag' },
          ...book.entries
            .filter((one) => one.id !== seen?.id && !one.body.into)
            .map((one) => ({ value: one.id, label: one.body.name })),
        ]}
        onValue={(parent) => change({ parent })}
      />
      <Choice
        type="checkbox"
        checked={fields.group}
        onChecked={(group) => change({ group })}
        means="Silence about it shows under ‘Who is missing?’."
      >
        It names a group of pupils
      </Choice>
      <div class="row">
        <Button type="submit" busy={saving.busy}>
          Save the tag
        </Button>
        {seen && (
          <Button
            busy={retiring.busy}
            onPress={() => done(retiring.run(!body?.retired), body?.retired ? 'Offered again' : 'Retired')}
          >
            {body?.retired ? 'Offer it again' : 'Retire it'}
          </Button>
        )}
        <Button look="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
      {!isNew && others.length > 0 && (
        <Select
          label="Take it into another tag"
          hint="It is read as that one from then on. It can be undone there."
          value=""
          options={[
            { value: '', label: 'Choose a tag' },
            ...others.map((tag) => ({ value: tag.entry ? `i${tag.entry.id}` : `n${tag.name}`, label: tag.name })),
          ]}
          onValue={(into) => into !== '' && void done(merging.run(into), `${name} is read as another tag now`)}
        />
      )}
    </form>
  );
}
