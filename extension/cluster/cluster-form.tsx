import { useState } from 'preact/hooks';
import { type Cluster, editCluster, words } from '../../shared/cluster/cluster.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { sentenceFor } from '../ui/problem.ts';
import { Select } from '../ui/select.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import type { Whole } from './use-roster.ts';
import { capital } from './wording.ts';

/** What the cluster is called, and which word it uses for itself. */
export function ClusterForm({ cluster }: { cluster: Whole<Cluster> }) {
  const [name, setName] = useState(cluster.body.name);
  const [word, setWord] = useState(cluster.body.word);
  const task = useAct();
  const submit = async (event: Event) => {
    event.preventDefault();
    if (name.trim() === '') return focusFirstProblem(event.target);
    const done = await task.run([deed(editCluster, { id: cluster.id, rev: cluster.rev, name, word })]);
    if (done?.ok) announce(`Saved: ${name}`);
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Field
        label="What is it called?"
        value={name}
        onValue={setName}
        maxLength={120}
        problem={name.trim() === '' ? 'It needs a name.' : task.problem && sentenceFor(task.problem)}
      />
      <Select
        label="What do you call yourselves?"
        value={word}
        options={words.map((value) => ({
          value,
          label: `A ${value}: ${capital(value)} stands wherever it is spoken of`,
        }))}
        onValue={setWord}
      />
      <div class="row">
        <Button type="submit" label="Save what it is called" busy={task.busy}>
          Save
        </Button>
      </div>
    </form>
  );
}
