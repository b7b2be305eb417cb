import { NotJoined } from '../cluster/not-joined.tsx';
import { Removed } from '../cluster/removed.tsx';
import { useWhereabouts } from '../cluster/use-whereabouts.ts';
import { unsentText } from '../evidence/unsent-text.ts';
import { places } from './places.ts';
import { Shell } from './shell.tsx';

/** The log page of the extension, in a tab of its own. */
export function LogPage() {
  const here = useWhereabouts();
  if (!here) return null;
  if (here.standing.closed === 'revoked') return <Removed unsentText={unsentText} />;
  if (!here.session) return <NotJoined />;
  return <Shell places={places} here={here} />;
}
