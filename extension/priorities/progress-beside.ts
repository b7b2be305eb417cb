import { type ComponentType, createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What stands beside the progress of a priority: the evidence for and against it, which this domain does not know. */
export type Beside = ComponentType<{ priority: string }>;

const Context = createContext<Beside | undefined>(undefined);

/** Says what stands beside progress; whoever puts the screens together knows it. */
export const BesideProvider = Context.Provider;

export const useBeside = (): Beside | undefined => useContext(Context);
