import { updateAdvice } from '../platform/update.ts';
import type { SeenProblem } from '../replica/database.ts';
import { Alert } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';

/** What went wrong on the way in, and what to do next. */
const next: Partial<Record<string, string>> = {
  'code-unknown': 'Copy the whole link from the message that you were sent, and paste it again.',
  'code-used': 'Links work for as many people as they were made for. Whoever sent it can make another.',
  'code-expired': 'Whoever sent it can make another in a moment.',
  'creation-closed': 'Ask whoever runs this address for the secret, or use another address.',
  'cluster-unknown': 'Check the address with whoever sent you the link.',
  'update-needed': `${updateAdvice} Then come back to this page.`,
  'too-many': 'Wait a minute, then try again.',
  'server-error': 'Try again in a minute. What you typed stays here.',
};

interface WayInProblemProps {
  problem: SeenProblem;
  address: string;
}

/** Tells why nobody was let in yet. */
export function WayInProblem({ problem, address }: WayInProblemProps) {
  if (problem.code === 'unreachable') {
    return (
      <Alert>
        <p>Nothing answers at {address}.</p>
        <p>
          Check your connection and the address, then try again. If it works at home and not at school, ask IT to allow
          this address.
        </p>
      </Alert>
    );
  }
  return (
    <Alert>
      <p>{sentenceFor(problem)}</p>
      {next[problem.code] && <p>{next[problem.code]}</p>}
    </Alert>
  );
}

/** An address that cannot be used. */
export function AddressProblem() {
  return (
    <Alert>
      <p>This address cannot be used.</p>
      <p>It begins with https:// and has no spaces, like https://cluster.example.org.</p>
    </Alert>
  );
}
