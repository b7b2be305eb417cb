import { useEffect, useState } from 'preact/hooks';
import { type Mapping, readTable } from '../../../shared/evidence/formats/table-read.ts';
import { ok } from '../../../shared/problem.ts';
import { counted } from '../../cluster/wording.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { Alert } from '../../ui/notice.tsx';
import { sentenceFor } from '../../ui/problem.ts';
import { useReplica } from '../../ui/replica.ts';
import { useStoppable } from '../out/use-stoppable.ts';
import './bring-in.css';
import { MappingForm } from './mapping-form.tsx';
import { addEntries, type Plan, planOf } from './plan.ts';
import { Preview } from './preview.tsx';
import { type FileRead, most, readFile } from './read-file.ts';

/** What was read of a file, a table by its mapping. */
function readingOf(file: FileRead | undefined) {
  if (file?.kind === 'reading') return file.reading;
  if (file?.kind !== 'table') return undefined;
  const reading = readTable(file.rows, file.mapping);
  return { ...reading, unread: [...reading.unread, ...file.torn] };
}

/** Brings somebody's references, annotations or table into the log: read, looked at, then added. */
export function BringIn({ onDone }: { onDone: () => void }) {
  const { view, outbox } = useReplica();
  const [file, setFile] = useState<FileRead>();
  const [plan, setPlan] = useState<Plan>();
  const [added, setAdded] = useState<number>();
  useEffect(() => {
    const gone = new AbortController();
    const reading = readingOf(file);
    setPlan(undefined);
    if (reading) planOf(view, reading, gone.signal).then((made) => made && setPlan(made), reportError);
    return () => gone.abort();
  }, [file]);
  const task = useStoppable(async (onProgress, signal) => {
    const entries = plan?.fresh.slice(0, most.entries) ?? [];
    let done = 0;
    const answer = await addEntries(
      outbox,
      entries,
      (n) => {
        done = n;
        onProgress(n);
      },
      signal,
    );
    setAdded(done);
    if (answer && !answer.ok) return answer;
    announce(`${counted(done, 'entry', 'entries')} added`);
    return ok(null);
  });
  const choose = async (given: File | undefined) => {
    setAdded(undefined);
    setFile(undefined);
    if (given) setFile(await readFile(given));
  };
  const remap = (mapping: Mapping) => file?.kind === 'table' && setFile({ ...file, mapping });
  const fresh = plan?.fresh.length ?? 0;
  const ready = plan !== undefined && added === undefined;
  return (
    <section class="stack bring-in" aria-labelledby="bring-in-title">
      <h2 id="bring-in-title">Bring in</h2>
      {!task.busy && added === undefined && (
        <Labelled
          label="File"
          hint="RIS, BibTeX or CSL-JSON from Zotero and others, annotations of Hypothesis, or a table (CSV)"
          problem={file?.kind === 'refused' ? file.why : undefined}
        >
          {(box) => (
            <input
              {...box}
              type="file"
              accept=".ris,.bib,.bibtex,.json,.csv,.txt,.tsv"
              onChange={(event) => void choose(event.currentTarget.files?.[0]).catch(reportError)}
            />
          )}
        </Labelled>
      )}
      {ready && file?.kind === 'table' && (
        <MappingForm heads={file.rows[0] ?? []} mapping={file.mapping} onMapping={remap} />
      )}
      {ready && !task.busy && <Preview plan={plan} />}
      {ready && fresh > most.entries && (
        <p>
          The first {counted(most.entries, 'entry', 'entries')} are added now: so many at most wait on a device to be
          sent. Bring the file in again once they are in the log. Nothing is added twice.
        </p>
      )}
      <p role="status" class="region soft">
        {file && file.kind !== 'refused' && !plan && 'Reading…'}
        {ready && fresh === 0 && !task.busy && 'There is nothing new in it.'}
        {task.busy && `${task.done} of ${Math.min(fresh, most.entries)} added…`}
        {!task.busy && added !== undefined && saidOf(added, task.stopped)}
      </p>
      {task.problem && (
        <Alert>
          <p>{sentenceFor(task.problem)}</p>
        </Alert>
      )}
      <div class="row">
        {ready && fresh > 0 && (
          <Button look="main" busy={task.busy} onPress={() => task.run()}>
            {`Add ${counted(Math.min(fresh, most.entries), 'entry', 'entries')}`}
          </Button>
        )}
        {task.busy ? (
          <Button look="quiet" onPress={task.stop}>
            Stop
          </Button>
        ) : (
          <Button look="quiet" onPress={onDone}>
            Close
          </Button>
        )}
      </div>
    </section>
  );
}

const saidOf = (added: number, stopped: boolean) =>
  `${counted(added, 'entry', 'entries')} added.${stopped ? ' Bring the file in again to add the rest.' : ''}`;
