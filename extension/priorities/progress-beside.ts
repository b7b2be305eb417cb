import { type ComponentType, createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The figures of an indicator that can be talked about, by their readings; the newest first. */
export interface FiguresProps {
  /** The indicator's name. */
  name: string;
  figures: readonly { id: string; label: string }[];
}

/** What stands beside progress and this domain does not know. */
export interface Beside {
  /** The evidence for and against a priority. */
  Evidence: ComponentType<{ priority: string }>;
  /** What people say to figures. */
  Figures: ComponentType<FiguresProps>;
}

const Context = createContext<Beside | undefined>(undefined);

/** Says what stands beside progress; whoever puts the screens together knows it. */
export const BesideProvider = Context.Provider;

export const useBeside = (): Beside | undefined => useContext(Context);
