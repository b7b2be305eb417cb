import { useEffect, useRef, useState } from 'preact/hooks';

/** Takes a file that is dropped anywhere in the window. Says whether one is held over it. */
export function useDrop(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  // The newest for listeners that stay.
  const latest = useRef(onFile);
  latest.current = onFile;
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    const isFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
    addEventListener(
      'dragover',
      (event) => {
        if (!isFile(event)) return;
        // Else the browser would go to the file by itself.
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
    addEventListener(
      'drop',
      (event) => {
        if (!isFile(event)) return;
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file) latest.current(file);
      },
      { signal },
    );
    return () => gone.abort();
  }, []);
  return over;
}
