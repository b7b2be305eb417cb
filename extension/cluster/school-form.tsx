import { useState } from 'preact/hooks';
import { parse } from '../../shared/action.ts';
import { editSchool, type School, Urn } from '../../shared/cluster/schools.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { sentenceFor } from '../ui/problem.ts';
import { deed, useAct } from '../ui/use-act.ts';
import type { Whole } from './use-roster.ts';

const numbersIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

/** A school's name, its URN, and the URNs that it had before. */
export function SchoolForm({ school }: { school: Whole<School> }) {
  const [name, setName] = useState(school.body.name);
  const [urn, setUrn] = useState(school.body.urn);
  const [before, setBefore] = useState((school.body.before ?? []).join(', '));
  const [tried, setTried] = useState(false);
  const task = useAct();
  const earlier = numbersIn(before);
  const isUrn = (text: string) => parse(Urn, text).ok;
  const right = name.trim() !== '' && isUrn(urn.trim()) && earlier.every(isUrn) && earlier.length <= 10;
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!right) return focusFirstProblem(event.target);
    const done = await task.run([
      deed(editSchool, { id: school.id, rev: school.rev, name, urn: urn.trim(), before: earlier }),
    ]);
    if (done?.ok) announce(`Saved: ${name}`);
    else focusFirstProblem(event.target);
  };
  const refused =
    task.problem && (task.problem.code === 'exists' ? 'Another school has this URN.' : sentenceFor(task.problem));
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Field
        label="Name"
        value={name}
        onValue={setName}
        maxLength={160}
        problem={tried && name.trim() === '' ? 'Type the school’s name.' : undefined}
      />
      <Field
        label="URN"
        value={urn}
        onValue={setUrn}
        inputMode="numeric"
        maxLength={12}
        problem={tried && !isUrn(urn.trim()) ? 'A URN has six digits and begins with 1.' : refused}
      />
      <Field
        label="URNs that it had before"
        hint="Where it became an academy or was merged. Figures and reports under them are recognised too."
        value={before}
        onValue={setBefore}
        maxLength={120}
        problem={tried && !earlier.every(isUrn) ? 'A URN has six digits and begins with 1.' : undefined}
      />
      <div class="row">
        <Button type="submit" label="Save name and numbers" busy={task.busy}>
          Save
        </Button>
      </div>
    </form>
  );
}
