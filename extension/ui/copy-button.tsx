import { useEffect, useState } from 'preact/hooks';
import { announce } from './announce.tsx';
import { Button } from './button.tsx';

interface CopyButtonProps {
  text: string;
  children: string;
  look?: 'main' | 'plain' | 'quiet';
}

/** Puts a text on the clipboard, and says that it did. */
export function CopyButton({ text, children, look = 'plain' }: CopyButtonProps) {
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), 4000);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    const done = await navigator.clipboard.writeText(text).then(
      () => 'Copied',
      () => 'Not copied: select it by hand',
    );
    setSaid(done);
    announce(done);
  };
  return (
    <Button look={look} onPress={copy}>
      {said ?? children}
    </Button>
  );
}
