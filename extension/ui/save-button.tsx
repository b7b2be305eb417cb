import { Button } from './button.tsx';

interface SaveButtonProps {
  text: string;
  file: string;
  /** Its media type; plain text where none is given. */
  type?: string;
  children: string;
}

/** Saves a text as a file among the downloads. */
export function SaveButton({ text, file, type = 'text/plain', children }: SaveButtonProps) {
  const save = () => {
    const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    const link = document.createElement('a');
    link.href = url;
    link.download = file;
    link.click();
    // The download has begun by then; the text need not stay in memory.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };
  return <Button onPress={save}>{children}</Button>;
}
