import { useState } from 'preact/hooks';
import { parse } from '../../shared/action.ts';
import { can } from '../../shared/cluster/roles.ts';
import { WebAddress } from '../../shared/cluster/text.ts';
import { statusWords } from '../../shared/priorities/figure-words.ts';
import { addIndicator, type Indicator } from '../../shared/priorities/indicator.ts';
import { comparePeriods, type Period } from '../../shared/priorities/period.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { enterReading, type Status, statuses } from '../../shared/priorities/reading.ts';
import type { Record } from '../../shared/record.ts';
import { counted } from '../cluster/wording.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Later } from '../ui/later.tsx';
import { Notice } from '../ui/notice.tsx';
import { useNow } from '../ui/now.ts';
import { PlaceTitle } from '../ui/place-title.tsx';
import { useReplica } from '../ui/replica.ts';
import { goTo, hrefTo } from '../ui/route.ts';
import { Select } from '../ui/select.tsx';
import { NoticeForm, NoticingList } from './noticings.tsx';
import { PeriodField } from './period-field.tsx';
import { yearsUntil } from './reading-periods.ts';
import { Refused } from './refused.tsx';
import { inOrder, useScene } from './scene.ts';
import type { Entry } from './scrutiny-cell-check.ts';
import { ScrutinyGrid } from './scrutiny-grid.tsx';
import { undoWritten, type Written } from './scrutiny-write.ts';

const pasting = () => import('./scrutiny-paste.tsx').then(({ ScrutinyPaste }) => ScrutinyPaste);
const adding = () => import('./indicator-form.tsx').then(({ IndicatorForm }) => IndicatorForm);

/** Everybody's figures, looked at together: what stands out is written down, and priorities come of it. */
export function Scrutiny() {
  const replica = useReplica();
  const scene = useScene();
  const now = useNow();
  const known = [...new Set(scene.readings.flatMap(({ body }) => (body && !body.withdrawn ? [body.period] : [])))].sort(
    (a, b) => comparePeriods(b, a),
  );
  const [chosen, setPeriod] = useState<Period>();
  const [status, setStatus] = useState<Status>('own');
  const [url, setUrl] = useState('');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<'paste' | 'add'>();
  const [pasted, setPasted] = useState('');
  const [written, setWritten] = useState<Written>();
  const recent = yearsUntil(now, 3);
  // The last year that is over: its figures are there.
  const period = chosen ?? known[0] ?? recent[1] ?? 'ay:2024';
  const address = url.trim();
  const right = address !== '' && parse(WebAddress, address).ok;
  const source = right
    ? { url: address, title: URL.parse(address)?.hostname.replace(/^www\./, '') || address }
    : undefined;
  const entry: Entry = { period, status, ...(source && status !== 'own' && { source }) };
  const indicators = inOrder(
    scene.indicators.flatMap((one): (Record<Indicator> & { body: Indicator })[] =>
      one.body && !one.body.retired ? [{ ...one, body: one.body }] : [],
    ),
  );
  const noticings = scene.noticings.filter(({ body }) => body && body.priority === undefined);
  const { me } = scene;
  const undo = async () => {
    if (!written) return;
    await undoWritten(replica, written);
    setWritten(undefined);
    announce('Undone');
  };
  const mayAdd = can(me, addIndicator.capability);
  return (
    <>
      <p class="small">
        <a href={hrefTo('priorities')}>All priorities</a>
      </p>
      <PlaceTitle>Everybody’s figures</PlaceTitle>
      <p class="soft">
        Look at them together before anything is agreed. No school is ranked here: what matters is what each one
        notices.
      </p>
      <Refused />
      <div class="side-by-side measure">
        <div class="stack">
          <PeriodField
            label="Figures of"
            options={[...new Set([...known, ...recent, period])].sort((a, b) => comparePeriods(b, a))}
            value={period}
            // While another is being typed, what was looked at stays.
            onValue={(next) => next !== '' && setPeriod(next)}
          />
        </div>
        {can(me, enterReading.capability) && (
          <Select<Status>
            label="What is entered is"
            value={status}
            options={statuses.map((value) => ({ value, label: statusWords[value] }))}
            onValue={setStatus}
          />
        )}
      </div>
      {status !== 'own' && (
        <Field
          label="Where it is published"
          hint="The address of the page it is taken from. With it, anyone may copy any school’s figures."
          inputMode="url"
          value={url}
          onValue={setUrl}
          maxLength={2000}
          problem={address !== '' && !right ? 'An address begins with https://' : undefined}
        />
      )}
      {mayAdd && !open && (
        <div class="row">
          <Button
            look={indicators.length === 0 ? 'main' : 'plain'}
            onPress={() => {
              setPasted('');
              setOpen('paste');
            }}
          >
            Paste from a spreadsheet
          </Button>
          <Button onPress={() => setOpen('add')}>Add an indicator</Button>
        </div>
      )}
      {written && (
        <Notice>
          <div class="row">
            <span>{counted(written.figures, 'figure', 'figures')} written.</span>
            <Button look="quiet" onPress={undo}>
              Undo
            </Button>
            <Button look="quiet" onPress={() => setWritten(undefined)}>
              Good
            </Button>
          </div>
        </Notice>
      )}
      {open === 'paste' && (
        <Later
          key={pasted}
          load={pasting}
          props={{
            begun: pasted,
            entry,
            onWritten: (done: Written) => {
              setWritten(done);
              setOpen(undefined);
            },
            onClose: () => setOpen(undefined),
          }}
        />
      )}
      {open === 'add' && (
        <div class="measure">
          <Later load={adding} props={{ onDone: () => setOpen(undefined) }} />
        </div>
      )}
      {indicators.length === 0 ? (
        !open && <p class="soft">No indicator yet. A table of last year’s figures is a good beginning.</p>
      ) : (
        <ScrutinyGrid
          indicators={indicators}
          entry={entry}
          ticked={ticked}
          onTicked={setTicked}
          onPasted={(text) => {
            if (!mayAdd) return;
            setPasted(text);
            setOpen('paste');
          }}
        />
      )}
      {can(me, proposePriority.capability) && indicators.length > 0 && (
        <div class="row">
          <Button
            look={ticked.length > 0 ? 'main' : 'plain'}
            reason={ticked.length === 0 ? 'Tick the indicators that belong together first.' : undefined}
            onPress={() => goTo('priorities', 'new', ...ticked)}
          >
            Propose a priority from these
          </Button>
        </div>
      )}
      {scene.schools.length > 0 && (
        <section class="stack measure" aria-labelledby="noticings-title">
          <h2 id="noticings-title">What each school noticed</h2>
          <NoticingList noticings={noticings} />
          <NoticeForm />
        </section>
      )}
    </>
  );
}
