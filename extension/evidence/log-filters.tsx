import { useId, useRef, useState } from 'preact/hooks';
import { School } from '../../shared/cluster/schools.ts';
import { type Stance, stances } from '../../shared/evidence/evidence.ts';
import type { People } from '../cluster/use-people.ts';
import type { SeenPriority } from '../priorities/use-priorities.ts';
import { asked, isFiltered, type LogFilter, noFilter } from '../replica/log-filter.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { useReplica } from '../ui/replica.ts';
import { Select } from '../ui/select.tsx';
import { ThreadMark } from '../ui/thread-mark.tsx';
import { threadClass } from '../ui/threads.ts';
import { useLive } from '../ui/use-live.ts';
import './log-filters.css';
import { stanceWords } from './stance-words.ts';

interface LogFiltersProps {
  filter: LogFilter;
  onFilter: (filter: LogFilter) => void;
  /** How many were found; `whole` where no more can be. */
  found: number;
  whole: boolean;
  priorities: readonly SeenPriority[];
  people: People;
  /** Tags in use, the commonest first. */
  tags: readonly string[];
}

const count = new Intl.NumberFormat('en-GB');

const foundWords = (found: number, whole: boolean) => {
  if (whole) return `${count.format(found)} found`;
  return found > 0 ? `${count.format(found)} found so far` : 'Looking…';
};

/** Finds in the log: words in one line, and the rest where it is wanted. */
export function LogFilters({ filter, onFilter, found, whole, ...known }: LogFiltersProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const words = useRef<HTMLInputElement>(null);
  const n = asked(filter);
  const active = isFiltered(filter);
  const none = active && found === 0 && whole;
  const clear = () => {
    onFilter(noFilter);
    words.current?.focus();
  };
  return (
    <search class="stack tight log-filters" aria-label="Find in the log">
      <div class="log-filters-line">
        <input
          ref={words}
          class="input"
          type="search"
          aria-label="Find words"
          placeholder="Find words"
          autoComplete="off"
          maxLength={200}
          value={filter.words}
          onInput={(event) => onFilter({ ...filter, words: event.currentTarget.value })}
        />
        <Button aria-expanded={open} aria-controls={id} onPress={() => setOpen(!open)}>
          {n > 0 ? `Filter (${n})` : 'Filter'}
        </Button>
      </div>
      <div id={id} hidden={!open}>
        {open && <Facets filter={filter} onFilter={onFilter} {...known} />}
      </div>
      <div class="row">
        <p role="status" class="region small soft">
          {active && foundWords(found, whole)}
        </p>
        {active && !none && (
          <Button look="quiet" onPress={clear}>
            Clear
          </Button>
        )}
      </div>
      {none && (
        <>
          <p>Nothing in the log is like that.</p>
          <p class="soft">Try fewer words, or the beginning of one.</p>
          <div class="row">
            <Button onPress={clear}>Show the whole log</Button>
          </div>
        </>
      )}
    </search>
  );
}

type FacetsProps = Omit<LogFiltersProps, 'found' | 'whole'>;

function Facets({ filter, onFilter, priorities, people, tags }: FacetsProps) {
  const { view } = useReplica();
  const schools = useLive(() => view.list(School)) ?? [];
  const choose = (id: string, on: boolean) =>
    onFilter({
      ...filter,
      priorities: on ? [...filter.priorities, id] : filter.priorities.filter((other) => other !== id),
    });
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, 'en-GB');
  const schoolOptions = schools.map(({ id, body }) => ({ value: id, label: body?.name ?? '' })).sort(byName);
  const others = people.members.filter(({ id }) => id !== people.me?.member);
  const me = people.me ? [{ value: people.me.member, label: 'You' }] : [];
  return (
    <div class="stack log-facets">
      {priorities.length > 0 && (
        <fieldset class="group">
          <legend>Priorities</legend>
          <div class="log-threads">
            {priorities.map((priority) => (
              <button
                key={priority.id}
                type="button"
                class={`log-thread ${threadClass(priority.thread)}${priority.proposed ? ' proposed' : ''}`}
                aria-pressed={filter.priorities.includes(priority.id)}
                onClick={() => choose(priority.id, !filter.priorities.includes(priority.id))}
              >
                <ThreadMark thread={priority} /> <span>{priority.title}</span>
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <div class="log-selects">
        {schoolOptions.length > 0 && (
          <Select
            label="School"
            value={filter.school ?? ''}
            options={[{ value: '', label: 'Any' }, ...schoolOptions]}
            onValue={(school) => onFilter({ ...filter, school: school || undefined })}
          />
        )}
        <Select
          label="Person"
          value={filter.person ?? ''}
          options={[
            { value: '', label: 'Anyone' },
            ...me,
            ...others.map(({ id, name }) => ({ value: id, label: name })).sort(byName),
          ]}
          onValue={(person) => onFilter({ ...filter, person: person || undefined })}
        />
        {tags.length > 0 && (
          <Select
            label="Tag"
            value={filter.tag ?? ''}
            options={[{ value: '', label: 'Any' }, ...tags.map((tag) => ({ value: tag, label: tag }))]}
            onValue={(tag) => onFilter({ ...filter, tag: tag || undefined })}
          />
        )}
        <Select<Stance | ''>
          label="Stance"
          value={filter.stance ?? ''}
          options={[
            { value: '', label: 'Any' },
            ...stances.map((stance) => ({ value: stance, label: stanceWords[stance] })),
          ]}
          onValue={(stance) => onFilter({ ...filter, stance: stance || undefined })}
        />
      </div>
      <Choice type="checkbox" checked={filter.withdrawn} onChecked={(withdrawn) => onFilter({ ...filter, withdrawn })}>
        Withdrawn entries too
      </Choice>
    </div>
  );
}
