import { useRef } from 'preact/hooks';
import { asksAnything, printQuery, type Query, without } from '../../../shared/evidence/query.ts';
import type { Facet } from '../../replica/search/facets.ts';
import type { Found } from '../../replica/search/log-search.ts';
import { pinned } from '../../replica/search/meaning.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useReplica } from '../../ui/replica.ts';
import { hrefTo } from '../../ui/route.ts';
import { useLive } from '../../ui/use-live.ts';
import { searchHref } from './address.ts';
import { SavedSearches } from './saved-searches.tsx';
import './search-box.css';
import { SearchLine } from './search-line.tsx';
import type { Search } from './use-search.ts';

const count = new Intl.NumberFormat('en-GB');

const foundWords = ({ rows: { length }, whole }: Found) => {
  if (whole) return `${count.format(length)} found`;
  return length > 0 ? `${count.format(length)} found so far` : 'Looking…';
};

/** The line to search in, what came of it, and what can be done with it. */
export function SearchBox({ search }: { search: Search }) {
  const { line, setLine, query, facets, found, prepare } = search;
  const input = useRef<HTMLInputElement>(null);
  if (line === undefined || !facets) return null;
  const active = asksAnything(query);
  const none = active && found?.whole === true && found.rows.length === 0;
  const clear = () => {
    setLine('');
    input.current?.focus();
  };
  const sorted = (newest: boolean) => setLine(printQuery([...(newest ? sortNewest : []), ...without(query, 'sort')]));
  return (
    <search class="stack tight search-box" aria-label="Search the log">
      <SearchLine line={line} onLine={setLine} facets={facets} onBegin={prepare} input={input} />
      <div class="row">
        <p role="status" class="region small soft">
          {active && found && foundWords(found)}
        </p>
        {active && !none && (
          <>
            {found?.ranked && (
              <Button look="quiet" onPress={() => sorted(true)}>
                Newest first
              </Button>
            )}
            {found && !found.ranked && query.some((term) => term.is === 'named' && term.name === 'sort') && (
              <Button look="quiet" onPress={() => sorted(false)}>
                Most relevant first
              </Button>
            )}
            <CopyLink query={query} facets={facets} />
            <Button look="quiet" onPress={clear}>
              Clear
            </Button>
          </>
        )}
        <a class="small" href={searchHref(pinned(query, facets), 'see')}>
          {active ? 'See it at a glance' : 'See the log at a glance'}
        </a>
        <a class="small" href={hrefTo('review', 'codebook')}>
          What our tags mean
        </a>
      </div>
      <SavedSearches line={printQuery(query)} kept={printQuery(pinned(query, facets))} canKeep={active && !none} />
      {none && <NothingFound unknown={found.unknown} onClear={clear} />}
    </search>
  );
}

const sortNewest = [{ is: 'named', name: 'sort', value: 'newest', not: false }] as const;

/** A link that opens the same search for anyone in the cluster, on whatever they have: at the cluster's web app. */
function CopyLink({ query, facets }: { query: Query; facets: readonly Facet[] }) {
  const { sessions } = useReplica();
  const session = useLive(() => sessions.stored());
  if (!session) return null;
  const link = `${session.address}/app/${searchHref(pinned(query, facets))}`;
  return (
    <CopyButton text={link} look="quiet">
      Copy a link
    </CopyButton>
  );
}

function NothingFound({ unknown, onClear }: { unknown: Found['unknown']; onClear: () => void }) {
  return (
    <>
      <p>Nothing in the log is like that.</p>
      {unknown.length > 0 ? (
        unknown.map(({ name, value }) => (
          <p class="soft" key={`${name} ${value}`}>
            Nothing under <b>{name}</b> is called ‘{value}’.
          </p>
        ))
      ) : (
        <p class="soft">Try fewer words, or the beginning of one.</p>
      )}
      <div class="row">
        <Button onPress={onClear}>Show the whole log</Button>
      </div>
    </>
  );
}
