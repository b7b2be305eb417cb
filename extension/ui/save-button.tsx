import { Button } from './button.tsx';
import { saveFile } from './save-file.ts';

interface SaveButtonProps {
  text: string;
  file: string;
  /** Its media type; plain text where none is given. */
  type?: string;
  children: string;
}

/** Saves a text as a file among the downloads. */
export function SaveButton({ text, file, type = 'text/plain', children }: SaveButtonProps) {
  return <Button onPress={() => saveFile(text, file, type)}>{children}</Button>;
}
