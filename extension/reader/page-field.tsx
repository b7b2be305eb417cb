import { useEffect, useState } from 'preact/hooks';
import type { View } from './view.ts';

/** The number of the page in view, which can be typed over. */
export function PageField({ view: { viewer, bus }, pages }: { view: View; pages: number }) {
  const [page, setPage] = useState(viewer.currentPageNumber);
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    const changing = ({ pageNumber }: { pageNumber: number }) => setPage(pageNumber);
    bus.on('pagechanging', changing);
    return () => bus.off('pagechanging', changing);
  }, [bus]);
  const go = () => {
    const wanted = Number(typed);
    if (typed && Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) viewer.currentPageNumber = wanted;
    setTyped(undefined);
  };
  return (
    <label class="page-field">
      <span>Page</span>
      <input
        class="input"
        inputMode="numeric"
        size={String(pages).length}
        value={typed ?? String(page)}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={go}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
        }}
      />
      <span>of {pages}</span>
    </label>
  );
}
