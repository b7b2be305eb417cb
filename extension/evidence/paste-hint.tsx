import { useEffect } from 'preact/hooks';
import { type Pasted, pastedIn } from '../../shared/evidence/pasted.ts';
import { Button } from '../ui/button.tsx';
import { useReplica } from '../ui/replica.ts';
import { today } from './today.ts';

const nothing: Pasted = { url: '', title: '', words: '' };

/** How to take a card in hand where nothing is read beside the log: by pasting, or by writing. */
export function PasteHint() {
  const { drafts } = useReplica();
  const begin = (pasted: Pasted) => drafts.begin({ passages: [], pasted });
  useEffect(() => {
    const gone = new AbortController();
    const onPaste = (event: ClipboardEvent) => {
      const at = event.target;
      // What is pasted into a field is meant for that field.
      if (at instanceof Element && at.closest('input, textarea, [contenteditable]')) return;
      const pasted = pastedIn(event.clipboardData?.getData('text/plain') ?? '');
      if (pasted.url || pasted.words) void begin(pasted);
    };
    document.addEventListener('paste', onPaste, { signal: gone.signal });
    return () => gone.abort();
  }, []);
  return (
    <div class="stack">
      <p class="soft">Something that you read, saw or heard, for everyone in the cluster.</p>
      <div class="row">
        <Button look="main" onPress={() => begin(nothing)}>
          Add a link and words
        </Button>
        <Button onPress={() => drafts.begin({ what: 'seen', passages: [], seen: { how: 'visit', on: today() } })}>
          Something seen or heard
        </Button>
        <Button look="quiet" onPress={() => drafts.begin({ passages: [] })}>
          Write a note
        </Button>
      </div>
    </div>
  );
}
