import { useEffect, useState } from 'preact/hooks';
import { askAccess, fileAsked } from '../platform/reader.ts';
import { Bringing } from './bringing.tsx';
import { Document } from './document.tsx';
import { obtain } from './obtain.ts';
import { openFile } from './open-file.ts';
import { PasswordForm } from './password-form.tsx';
import type { PDFDocumentProxy } from './pdfjs.ts';
import type { Trouble } from './trouble.ts';
import { useDrop } from './use-drop.ts';
import './reader.css';

type Stage =
  | { at: 'loading'; share: number }
  | { at: 'password'; again: boolean; answer: (password: string | undefined) => void }
  | { at: 'open'; file: PDFDocumentProxy; url: string }
  /** It is to be brought: dropped, chosen, or fetched once that is allowed. */
  | { at: 'bringing'; problem?: Trouble };

interface Given {
  url: string;
  stream?: string;
  bytes?: Uint8Array<ArrayBuffer>;
}

/** The reader: a PDF, with what is in the log of it, or how to bring one. */
export function Reader() {
  const [given, setGiven] = useState<Given>();
  const [stage, setStage] = useState<Stage>({ at: 'loading', share: 0 });

  useEffect(() => {
    void fileAsked().then((asked) => (asked ? setGiven(asked) : setStage({ at: 'bringing' })));
  }, []);

  useEffect(() => {
    if (!given) return undefined;
    const gone = new AbortController();
    const set = (next: Stage) => !gone.signal.aborted && setStage(next);
    const open = async () => {
      set({ at: 'loading', share: 0 });
      const obtained = given.bytes
        ? { bytes: given.bytes }
        : await obtain(given, (share) => set({ at: 'loading', share }), gone.signal);
      if ('problem' in obtained) return set({ at: 'bringing', problem: obtained.problem });
      const ask = (again: boolean) =>
        new Promise<string | undefined>((answer) => set({ at: 'password', again, answer }));
      const opened = await openFile(obtained.bytes, ask, gone.signal);
      if ('problem' in opened) set({ at: 'bringing', problem: opened.problem });
      else set({ at: 'open', file: opened.file, url: given.url });
    };
    open().catch((error: unknown) => {
      if (!gone.signal.aborted) reportError(error);
    });
    return () => gone.abort();
  }, [given]);

  /** A file of one's own has no address that leads to it: its name stands for it. */
  const bring = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    setGiven({ url: stage.at === 'bringing' && given ? given.url : `file:///${encodeURIComponent(file.name)}`, bytes });
  };
  const over = useDrop((file) => {
    // What is open stays open where something else falls on it.
    if (stage.at !== 'open' || file.type === 'application/pdf') void bring(file);
  });
  const allow = async () => {
    if (given && (await askAccess(given.url))) setGiven({ url: given.url });
  };

  if (stage.at === 'open') return <Document key={stage.url} file={stage.file} url={stage.url} />;
  return (
    <main class="reader-alone stack wide">
      <h1>{given ? 'Opening a PDF' : 'Open a PDF'}</h1>
      {stage.at === 'loading' && (
        <div class="stack tight">
          <p id="loading">Opening the file…</p>
          <progress aria-labelledby="loading" {...(stage.share > 0 && { value: stage.share })} />
        </div>
      )}
      {stage.at === 'password' && (
        <PasswordForm
          again={stage.again}
          onPassword={(password) => {
            setStage({ at: 'loading', share: 1 });
            stage.answer(password);
          }}
        />
      )}
      {stage.at === 'bringing' && (
        <Bringing url={given?.url} problem={stage.problem} over={over} onFile={bring} onAllow={allow} />
      )}
    </main>
  );
}
