import { useEffect, useState } from 'preact/hooks';

let said = '';
let speaker: ((words: string) => void) | undefined;

/** Has assistive technology say something when it is next idle. Nothing on the screen moves. */
export function announce(words: string): void {
  // The same words again are only said if they differ to the eye of the machine.
  said = said === words ? `${words}\u00a0` : words;
  speaker?.(said);
}

/** Where announcements are made: once in each document. */
export function Announcer() {
  const [words, setWords] = useState(said);
  useEffect(() => {
    speaker = setWords;
    return () => {
      if (speaker === setWords) speaker = undefined;
    };
  }, []);
  return (
    <div class="unseen" role="status" aria-live="polite">
      {words}
    </div>
  );
}
