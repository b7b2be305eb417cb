import { useEffect, useRef } from 'preact/hooks';
import { addressIn, type Pasted, pastedIn } from '../../shared/evidence/pasted.ts';
import { Field } from '../ui/field.tsx';
import { TextArea } from '../ui/text-area.tsx';

interface PasteFieldsProps {
  pasted: Pasted;
  onPasted: (pasted: Pasted) => void;
}

/** Where something was read and which words, brought along by hand. Pasted together, they find their fields. */
export function PasteFields({ pasted, onPasted }: PasteFieldsProps) {
  const link = useRef<HTMLInputElement>(null);
  // Nothing is there yet: whoever has just asked for it has something to paste.
  useEffect(() => {
    if (!pasted.url && !pasted.words) link.current?.focus();
  }, []);
  const onPaste = (event: ClipboardEvent) => {
    const field = event.target;
    const typing = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
    const found = pastedIn(event.clipboardData?.getData('text/plain') ?? '');
    if (!typing || field.value !== '' || !found.url || (!found.words && pasted.url)) return;
    event.preventDefault();
    onPasted({ ...pasted, url: found.url, words: pasted.words || found.words });
  };
  const wrong = pasted.url.trim() !== '' && !addressIn(pasted.url);
  return (
    <div class="stack" onPaste={onPaste}>
      <Field
        ref={link}
        label="Link"
        hint="From the address bar, or from ‘Share’."
        value={pasted.url}
        onValue={(url) => onPasted({ ...pasted, url })}
        inputMode="url"
        spellcheck={false}
        autoComplete="off"
        problem={wrong ? 'This is no whole link. It begins with https://.' : undefined}
      />
      <TextArea
        label="Words from the page"
        hint="As they stand there. Without any, it is the whole page."
        value={pasted.words}
        onValue={(words) => onPasted({ ...pasted, words })}
        rows={4}
        maxLength={20_000}
      />
      <Field
        label="What the page is called"
        value={pasted.title}
        onValue={(title) => onPasted({ ...pasted, title })}
        maxLength={500}
        autoComplete="off"
      />
    </div>
  );
}
