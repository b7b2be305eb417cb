import { useEffect, useState } from 'preact/hooks';
import type { Source } from '../../shared/evidence/evidence.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';

/** Puts a source on the clipboard as schools cite it, with the line that its licence asks for. */
export function CopyCitation({ source, at }: { source: Source; at: number }) {
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), 4000);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    const done = await import('../../shared/evidence/formats/citation.ts')
      .then(({ citationOf }) => navigator.clipboard.writeText(citationOf(source, at)))
      .then(
        () => 'Copied',
        () => 'Not copied',
      );
    setSaid(done);
    announce(done);
  };
  return (
    <Button look="quiet" onPress={copy}>
      {said ?? 'Copy citation'}
    </Button>
  );
}
