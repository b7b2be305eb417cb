import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { type LeftLine, readSchoolList } from '../../shared/cluster/school-list.ts';
import { addSchool } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import { ok } from '../../shared/problem.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Alert } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { TextArea } from '../ui/text-area.tsx';
import { useTask } from '../ui/use-task.ts';
import './people-place.css';
import type { Roster } from './use-roster.ts';
import { counted } from './wording.ts';

/** Why nothing was made of a line. */
const whyWords = ({ why, name }: LeftLine): string => {
  if (why === 'there') return `There already: ${name}.`;
  if (why === 'twice') return 'Its URN stands further up as well.';
  if (why === 'no-name') return 'Its name is missing.';
  if (why === 'several-urns') return 'Two URNs in one line.';
  return 'No URN: six digits that begin with 1.';
};

/** Adds schools from a list: what was understood is shown before anything is written. */
export function SchoolPaste({ roster }: { roster: Roster }) {
  const { outbox } = useReplica();
  const [text, setText] = useState('');
  const { schools, left } = readSchoolList(
    text,
    roster.schools.map(({ body }) => body),
  );
  const task = useTask(async () => {
    // Each by itself: one that somebody else adds meanwhile keeps no other from being added.
    for (const school of schools) {
      const done = await outbox.act(addSchool, { id: newId(), ...school });
      if (!done.ok) return done;
    }
    announce(`Added: ${counted(schools.length, 'school', 'schools')}`);
    // What was not understood stays, to be put right.
    setText(left.flatMap(({ line, why }) => (why === 'there' || why === 'twice' ? [] : [line])).join('\n'));
    return ok(null);
  });
  if (!can(roster.me, addSchool.capability)) return <p class="soft small">Heads and coordinators can add schools.</p>;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (schools.length > 0) await task.run(undefined);
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <TextArea
        label="Schools, one a line"
        hint="Name and URN, in any order: paste rows of a spreadsheet, or an export of Get Information about Schools."
        rows={5}
        value={text}
        onValue={setText}
        maxLength={40_000}
        autoComplete="off"
        spellcheck={false}
      />
      <div class="stack" role="status">
        {schools.length > 0 && (
          <div class="stack tight">
            <p>Understood: {counted(schools.length, 'school', 'schools')}</p>
            <ul class="understood">
              {schools.map(({ name, urn }) => (
                <li key={urn}>
                  <span>{name}</span>
                  <span class="soft">{urn}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {left.length > 0 && (
          <div class="stack tight">
            <p>Left out: {counted(left.length, 'line', 'lines')}</p>
            <ul class="understood">
              {left.map((one) => (
                <li key={one.line}>
                  <span>{one.line}</span>
                  <span class="soft small">{whyWords(one)}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {task.problem && (
        <Alert>
          <p>{sentenceFor(task.problem)}</p>
        </Alert>
      )}
      <div class="row">
        <Button
          type="submit"
          look="main"
          busy={task.busy}
          reason={schools.length === 0 ? 'Type or paste a name with its URN first.' : undefined}
        >
          {schools.length > 1 ? `Add ${schools.length} schools` : 'Add'}
        </Button>
      </div>
    </form>
  );
}
