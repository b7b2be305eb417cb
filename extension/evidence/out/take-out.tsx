import { useMemo, useState } from 'preact/hooks';
import { Cluster } from '../../../shared/cluster/cluster.ts';
import { can } from '../../../shared/cluster/roles.ts';
import { dayOf } from '../../../shared/evidence/formats/day-words.ts';
import { ok } from '../../../shared/problem.ts';
import { ReachProblem } from '../../cluster/reach-problem.tsx';
import { usePeople } from '../../cluster/use-people.ts';
import { findInLog } from '../../replica/find-in-log.ts';
import { noFilter } from '../../replica/log-filter.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Alert, Notice } from '../../ui/notice.tsx';
import { useReplica } from '../../ui/replica.ts';
import { saveFile } from '../../ui/save-file.ts';
import { Select } from '../../ui/select.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useSearch } from '../search/use-search.ts';
import { formats } from './formats.ts';
import { outcomeWords, safeName } from './out-words.ts';
import { useStoppable } from './use-stoppable.ts';

const archive = 'archive';
const none: ReadonlySet<string> = new Set();
const count = new Intl.NumberFormat('en-GB');

/** Takes evidence out of the log as a file: all of it, or what is looked for at the moment. */
export function TakeOut({ onDone }: { onDone: () => void }) {
  const { view, exports } = useReplica();
  const people = usePeople();
  const cluster = useLive(async () => (await view.list(Cluster))[0]);
  const [asSearched, setAsSearched] = useState(true);
  const [name, setName] = useState('word');
  const [said, setSaid] = useState('');
  const { log, found, query } = useSearch();
  const searched = query.length > 0;
  const rows = useMemo(() => {
    if (!log || !people || !found) return undefined;
    const all = findInLog(log, { filter: noFilter, kept: none, schoolsOf: people.schoolsOf });
    const held = (some: typeof all) => some.filter(({ state }) => state !== 'erased');
    return { all: held(all), found: held([...found.rows]) };
  }, [log, people, found]);
  const format = formats.find((one) => one.name === name);
  const chosen = searched && asSearched ? rows?.found : rows?.all;
  const task = useStoppable(async (onProgress, signal) => {
    setSaid('');
    const now = Date.now();
    const file = `${safeName(cluster?.body?.name ?? '')}-${dayOf(now)}`;
    if (!format) {
      const about = { id: cluster?.id ?? '', name: cluster?.body?.name ?? '' };
      const { archiveFile } = await import('./archive-file.ts');
      const parts = await archiveFile({ exports, cluster: about, now, onProgress, signal });
      if (!parts.ok || signal.aborted) return parts.ok ? ok(null) : parts;
      saveFile(parts.value, `${file}-archive.zip`, 'application/zip');
      setSaid('Saved among your downloads.');
    } else {
      const { writeFile } = await import('./write-file.ts');
      const ids = chosen?.map(({ id }) => id) ?? [];
      const written = await writeFile({ view, ids, format, now, whole: chosen === rows?.all, onProgress, signal });
      if (!written) return ok(null);
      if (written.account.total === written.account.sourceless) {
        setSaid(outcomeWords(written.account));
        return ok(null);
      }
      saveFile(written.parts, `${file}.${format.ending}`, format.type);
      setSaid(outcomeWords(written.account));
    }
    announce('Saved among your downloads');
    return ok(null);
  });
  const mayArchive = people?.me && can(people.me, 'cluster.export');
  const options = [
    ...formats.map((one) => ({ value: one.name, label: one.label })),
    ...(mayArchive ? [{ value: archive, label: 'Complete archive' }] : []),
  ];
  const isReady = log?.whole === true && found?.whole === true && rows !== undefined;
  const of = format ? ` of ${count.format(chosen?.length ?? 0)}` : ' so far';
  return (
    <section class="stack take-out" aria-labelledby="take-out-title">
      <h2 id="take-out-title" tabIndex={-1}>
        Take out
      </h2>
      <Select
        label="As"
        hint={
          format ? `${format.label}: ${format.means}` : 'Everything the cluster has, to keep safe or to restore from'
        }
        value={name}
        options={options}
        onValue={(next) => {
          setName(next);
          setSaid('');
        }}
      />
      {format && searched && rows && (
        <fieldset class="group">
          <legend>What</legend>
          <Choice type="radio" name="take-out-what" checked={asSearched} onChecked={() => setAsSearched(true)}>
            What is found now ({count.format(rows.found.length)})
          </Choice>
          <Choice type="radio" name="take-out-what" checked={!asSearched} onChecked={() => setAsSearched(false)}>
            The whole log ({count.format(rows.all.length)})
          </Choice>
        </fieldset>
      )}
      {format && !searched && (
        <p class="soft">
          {isReady ? `The whole log: ${count.format(rows.all.length)}. Withdrawn entries are left out.` : 'Counting…'}
        </p>
      )}
      {!format && (
        <Notice>
          <p>
            Restricted sources and withdrawn entries are in it, and everyone’s names. Keep it as carefully as the log.
            Only whoever runs your server can restore from it.
          </p>
        </Notice>
      )}
      <div class="row">
        <Button
          look="main"
          busy={task.busy || (format !== undefined && !isReady)}
          onPress={() => task.run()}
          {...(format && isReady && chosen?.length === 0 && { reason: 'There is nothing to take out.' })}
        >
          Take out
        </Button>
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
      <p role="status" class="region soft">
        {task.busy && `${count.format(task.done)}${of}…`}
        {!task.busy && (task.stopped ? 'Stopped. Nothing was saved.' : said)}
      </p>
      {task.problem?.code === 'stale' ? (
        <Alert>
          <p>Colleagues are saving things just now. Try again in a quiet moment.</p>
        </Alert>
      ) : (
        task.problem && <ReachProblem problem={task.problem} />
      )}
    </section>
  );
}
