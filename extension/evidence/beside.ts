import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

const Context = createContext(false);

/** Says that the screens below stand on a page of their own: nothing is being read beside them. */
export const OnItsOwn = Context.Provider;

/** Whether a page is being read beside these screens, of which they may take words. */
export const useIsBeside = (): boolean => !useContext(Context);
