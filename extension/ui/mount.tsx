import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import type { Replica } from '../replica/replica.ts';
import './tokens.css';
import './base.css';
import { keepFocus } from './keep-focus.ts';
import { ReplicaProvider } from './replica.ts';

/** Puts screens into the document, and keeps the replica in step for as long as the document is open. */
export function mount(replica: Replica, screens: ComponentChildren): void {
  const root = document.getElementById('root');
  if (root) render(<ReplicaProvider value={replica}>{screens}</ReplicaProvider>, root);
  const { signal } = new AbortController();
  keepFocus(signal);
  // Ends with the document, and its lock with it. A view that is in step already makes this one wait its turn.
  replica.sync.run(signal).catch(reportError);
}
