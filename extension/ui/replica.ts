import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Replica } from '../replica/replica.ts';

const ReplicaContext = createContext<Replica | undefined>(undefined);

/** Gives the screens below it the document's one replica. */
export const ReplicaProvider = ReplicaContext.Provider;

/** The document's replica. */
export function useReplica(): Replica {
  const replica = useContext(ReplicaContext);
  if (!replica) throw new Error('A screen stands outside ReplicaProvider');
  return replica;
}
