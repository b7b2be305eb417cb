import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import type { View } from './view.ts';

interface Counts {
  current: number;
  total: number;
}

/** Finds words in the file. */
export function Search({ view: { bus }, onClose }: { view: View; onClose: () => void }) {
  const [query, setQuery] = useState('');
  const [counts, setCounts] = useState<Counts>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    const counted = ({ matchesCount }: { matchesCount: Counts }) => setCounts(matchesCount);
    bus.on('updatefindmatchescount', counted);
    bus.on('updatefindcontrolstate', counted);
    return () => {
      bus.off('updatefindmatchescount', counted);
      bus.off('updatefindcontrolstate', counted);
      bus.dispatch('findbarclose', {});
    };
  }, [bus]);
  const find = (words: string, type = '', back = false) => {
    const options = { caseSensitive: false, entireWord: false, highlightAll: true, matchDiacritics: false };
    bus.dispatch('find', { source: field, type, query: words, findPrevious: back, ...options });
  };
  const status =
    query === '' || !counts ? '' : counts.total === 0 ? 'Not in this file' : `${counts.current} of ${counts.total}`;
  return (
    <search class="row reader-search">
      <input
        ref={field}
        class="input"
        aria-label="Words to find"
        value={query}
        onInput={({ currentTarget: { value } }) => {
          setQuery(value);
          find(value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') find(query, 'again', event.shiftKey);
          else if (event.key === 'Escape') onClose();
        }}
      />
      <Button look="quiet" onPress={() => find(query, 'again', true)}>
        Before
      </Button>
      <Button look="quiet" onPress={() => find(query, 'again')}>
        Next
      </Button>
      <span class="small soft" role="status">
        {status}
      </span>
    </search>
  );
}
