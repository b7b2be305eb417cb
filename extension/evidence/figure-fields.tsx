import type { TargetedSubmitEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { isSmallFigure } from '../../shared/evidence/small-numbers.ts';
import type { Table } from '../../shared/evidence/table.ts';
import type { ToldFigure } from '../../shared/evidence/told-figure.ts';
import { readingOf } from '../../shared/priorities/figure-proposal.ts';
import { statusWords, unitWords } from '../../shared/priorities/figure-words.ts';
import { isFor } from '../../shared/priorities/indicator.ts';
import { comparePeriods, periodLabel } from '../../shared/priorities/period.ts';
import { type Missing, presentReading, type Status, statuses } from '../../shared/priorities/reading.ts';
import { newestFor } from '../../shared/priorities/target.ts';
import { PeriodField } from '../priorities/period-field.tsx';
import { emptyFields, read } from '../priorities/reading-fields.ts';
import { periodsPast, yearsUntil } from '../priorities/reading-periods.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-first-problem.ts';
import { Alert, Notice } from '../ui/notice.tsx';
import { useNow } from '../ui/now.ts';
import { Select } from '../ui/select.tsx';
import { FigureBaseline } from './figure-baseline.tsx';
import { tableOf } from './figure-draft.ts';
import { Guard } from './guard.tsx';
import { findsIn, type Texts } from './pupil-finds.ts';
import { refusalAdvice } from './refusal-advice.ts';
import { TableView } from './table-view.tsx';
import type { SavedFigure } from './take-back-figure.ts';
import type { FigureProposal } from './use-figure-proposal.ts';
import { useSaveFigure } from './use-save-figure.ts';

interface FigureFieldsProps {
  told: ToldFigure;
  figure: ToldFigure['figures'][number];
  proposal: FigureProposal;
  onKeep: (table: Table, withheld: boolean) => Promise<void>;
  onDone: (words?: string, saved?: SavedFigure) => void;
}

const kinds: { value: Missing | 'number'; label: string }[] = [
  { value: 'number', label: 'A number' },
  { value: 'suppressed', label: 'Suppressed: too few pupils to show' },
  { value: 'not-produced', label: 'Not produced, or does not apply' },
  { value: 'series-break', label: 'Not comparable with before' },
];

const statusOptions = statuses.map((value) => ({ value, label: statusWords[value] }));

/** What of a figure is recorded: proposed from the page and from what the cluster chose before, and corrected here. */
export function FigureFields({ told, figure, proposal, onKeep, onDone }: FigureFieldsProps) {
  const { indicators, schools, readings, own, actor } = proposal;
  const whose = actor?.role === 'coordinator' ? 'a school of ours' : 'your own school';
  const nobody = own && schools.length === 0;
  const isRecordable = indicators.length > 0 && !nobody;
  const [indicator, setIndicator] = useState(proposal.indicator ?? '');
  const [school, setSchool] = useState(proposal.school ?? '');
  const now = useNow();
  const [period, setPeriod] = useState<string>(figure.period ?? '');
  const [kind, setKind] = useState<Missing | 'number'>(readingOf(figure.missing) ?? 'number');
  const [text, setText] = useState(figure.value === null ? '' : String(figure.value));
  const [status, setStatus] = useState<Status>(figure.status ?? 'final');
  const [starts, setStarts] = useState(false);
  const [table, setTable] = useState<Table>();
  const [kept, setKept] = useState<string[]>([]);
  const [asked, setAsked] = useState(0);
  const [tried, setTried] = useState(false);
  const saving = useSaveFigure();
  const form = useRef<HTMLFormElement>(null);

  const chosen = indicators.find(({ id }) => id === indicator);
  const measured = chosen?.body;
  const its = chosen ? schools.filter(({ id }) => isFor(chosen, id)) : schools;
  const entered = measured && read({ ...emptyFields, what: kind, value: text, status }, measured);
  const entries = readings.flatMap(({ body }) => (body?.indicator === indicator ? [body.period] : []));
  const periods = [
    ...new Set([
      ...(figure.period ? [figure.period] : []),
      ...periodsPast(measured?.due, entries, now),
      ...yearsUntil(now, 3),
    ]),
  ].sort((a, b) => comparePeriods(b, a));
  const headers = [...figure.row, ...figure.column];
  const small = isSmallFigure(figure.value, figure.unit, headers, figure.text) || entered?.small === 'withhold';
  const shown = table ?? tableOf(told, figure, small ? 'Suppressed' : undefined);
  const present = period ? presentReading(readings, { indicator, school, period }) : undefined;
  const value = small ? 'suppressed' : entered?.filled.value;
  const canStart = typeof value === 'number' && indicator !== '' && school !== '' && period !== '';

  const problems = {
    indicator: indicator === '' ? 'Choose what it measures.' : undefined,
    school: school === '' ? 'Choose the school.' : undefined,
    period: period === '' ? 'Write it as 2024/25, Autumn term 2024/25, or a day.' : undefined,
    value: small ? undefined : entered?.wrong.value,
  };
  const save = async (keeping = kept) => {
    setTried(true);
    if (Object.values(problems).some(Boolean) || value === undefined) return focusFirstProblem(form.current);
    if (findsIn({ table: shown }, keeping).length > 0) return setAsked(asked + 1);
    const reading = { indicator, school, period, value, status, replaces: present?.id };
    const before = newestFor(proposal.baselines, indicator, school)?.reading;
    const baseline = starts && canStart ? { before } : undefined;
    const done = await saving.run({ told, figure, table: shown, withheld: small, reading, baseline });
    if (!done?.ok) return;
    const name = schools.find(({ id }) => id === school)?.body?.name ?? '';
    onDone(`Recorded for ${name}, ${periodLabel(period)}. Saved on this device.`, done.value);
  };
  const shownProblem = (one: string | undefined) => (tried ? one : undefined);
  const pick = { value: '', label: 'Choose one' };
  return (
    <form
      class="stack"
      aria-label="Figure"
      ref={form}
      onSubmit={(event: TargetedSubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onDone();
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        // A card in hand listens for the same keys.
        event.stopPropagation();
        void save();
      }}
    >
      <TableView table={shown} />
      {small && (
        <Notice>
          <p class="small">So few pupils might be recognised. It is kept as suppressed, without the number.</p>
        </Notice>
      )}
      {own && schools.length > 0 && (
        <p class="small soft">
          Only people who sign in may see this source: record it for {whose} alone. It is marked in the log and never
          published.
        </p>
      )}
      {nobody && (
        <Notice>
          <p>
            Only people who sign in may see this source, so its figures are recorded by a school’s own people. You act
            for no school here yet: your coordinator can add yours under People.
          </p>
        </Notice>
      )}
      {indicators.length === 0 && !nobody && (
        <Notice>
          <p>
            The cluster measures nothing yet. Add an indicator to a priority first; until then you can keep this as
            evidence.
          </p>
        </Notice>
      )}
      {isRecordable && (
        <>
          <Select
            label="What it measures"
            value={indicator}
            options={[pick, ...indicators.map(({ id, body }) => ({ value: id, label: body?.name ?? '' }))]}
            onValue={(id) => {
              setIndicator(id);
              const next = indicators.find((one) => one.id === id);
              if (next && !isFor(next, school)) setSchool('');
            }}
            problem={shownProblem(problems.indicator)}
          />
          <Select
            label="School"
            value={school}
            options={[pick, ...its.map(({ id, body }) => ({ value: id, label: body?.name ?? '' }))]}
            onValue={setSchool}
            problem={shownProblem(problems.school)}
          />
          <PeriodField
            label="Period"
            options={periods}
            value={period}
            onValue={setPeriod}
            problem={shownProblem(problems.period)}
          />
          {!small && (
            <>
              <Select label="What stands there" value={kind} options={kinds} onValue={setKind} />
              {kind === 'number' && (
                <Field
                  label="Number"
                  hint={measured?.unit === 'percent' ? 'In %' : measured && unitWords[measured.unit]}
                  value={text}
                  onValue={setText}
                  maxLength={40}
                  autoComplete="off"
                  problem={shownProblem(problems.value)}
                />
              )}
            </>
          )}
          <Select label="How settled it is" value={status} options={statusOptions} onValue={setStatus} />
          {canStart && (
            <FigureBaseline {...{ proposal, indicator, school, period, checked: starts }} onChecked={setStarts} />
          )}
          {present && <p class="small soft">It takes the place of the figure that is recorded for this period.</p>}
        </>
      )}
      <Guard
        texts={{ table: shown }}
        kept={kept}
        upnOut={false}
        asked={asked}
        onTexts={(texts: Texts) => texts.table && setTable(texts.table)}
        onKept={(keys) => {
          setKept([...kept, ...keys]);
          if (asked > 0) void save([...kept, ...keys]);
        }}
      />
      {saving.problem && (
        <Alert>
          <p>Not saved yet.</p>
          <p>{refusalAdvice(saving.problem)}</p>
        </Alert>
      )}
      <div class="row">
        {isRecordable && (
          <Button look="main" type="submit" busy={saving.busy}>
            Record it
          </Button>
        )}
        {!own && (
          <Button look="quiet" onPress={() => onKeep(shown, small)}>
            Only keep it as evidence
          </Button>
        )}
        <Button look="quiet" onPress={() => onDone()}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
