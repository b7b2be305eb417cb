import { useEffect, useState } from 'preact/hooks';
import { linkAt } from './links.ts';

/** Where a link out of the file leads, while it is pointed at or has the focus: before anybody follows it. */
export function LinkLine({ within }: { within: HTMLElement }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    const look = ({ target }: Event) => setAddress(linkAt(target)?.href);
    for (const name of ['pointerover', 'focusin']) within.addEventListener(name, look, { signal });
    for (const name of ['pointerleave', 'focusout'])
      within.addEventListener(name, () => setAddress(undefined), { signal });
    return () => gone.abort();
  }, [within]);
  return address ? <p class="link-line small">Opens in a new tab: {address}</p> : null;
}
