import { Button } from '../ui/button.tsx';
import { Alert } from '../ui/notice.tsx';
import type { Trouble } from './trouble.ts';

/** What happened, and what to do next. */
const sentences: { [trouble in Exclude<Trouble, 'access' | 'local'>]: string } = {
  network: 'The file’s site did not answer. Check the connection and open it again, or bring the file below.',
  'not-found': 'The file is no longer at this address. Look for it on its site, or bring a copy below.',
  refused: 'The file’s site did not give it out. Sign in there and save the file, then bring it below.',
  huge: 'This file is larger than 500 MB, too large for this reader. The browser’s own viewer may open it.',
  broken: 'This file is damaged and cannot be read. Download it again, then bring it below.',
  'not-pdf': 'This is not a PDF. Bring one below.',
  encrypted: 'This file stays closed without its password. Ask whoever made it, then open it again.',
  empty: 'There are no pages in this file. Ask whoever made it for another copy.',
};

interface BringingProps {
  url: string | undefined;
  problem: Trouble | undefined;
  /** A file is held over the window. */
  over: boolean;
  onFile: (file: File) => unknown;
  onAllow: () => unknown;
}

/** How a file comes into the reader that is not there yet. */
export function Bringing({ url, problem, over, onFile, onAllow }: BringingProps) {
  const host = url && (URL.parse(url)?.hostname.replace(/^www\./, '') ?? url);
  const asks = problem === 'access';
  const isWeb = url !== undefined && /^https?:/i.test(url);
  return (
    <>
      {problem && problem !== 'access' && problem !== 'local' && (
        <Alert>
          <p>{sentences[problem]}</p>
        </Alert>
      )}
      {asks && (
        <section class="stack">
          <p>
            This file is at <strong>{host}</strong>. To read it here, Goldthread has to fetch it from there, and may do
            that only if you allow it. It is asked for this one site, and nothing is sent to anybody else.
          </p>
          <div class="row">
            <Button look="main" onPress={onAllow}>
              Allow {host}
            </Button>
          </div>
        </section>
      )}
      {problem === 'local' && <p>A file on this computer is opened only by you: drop it here, or choose it.</p>}
      <section class={`drop stack ${over ? 'over' : ''}`} aria-label="Bring a file">
        <label class="stack tight">
          <span>{asks ? 'Or bring the file: drop it here, or choose it.' : 'Drop a PDF here, or choose one.'}</span>
          <input
            type="file"
            accept="application/pdf,.pdf"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) onFile(file);
            }}
          />
        </label>
        <p class="small soft">It stays on this device. Only what you save goes to your cluster.</p>
      </section>
      {isWeb && (
        <p class="small">
          <a href={url}>Back to the browser’s own viewer</a>
        </p>
      )}
    </>
  );
}
