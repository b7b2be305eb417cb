/** What is worth being led to: it says where one is. */
const parts = 'section, article, form, fieldset, li, nav, main, [role=tabpanel]';

/**
 * Keeps whoever uses the keyboard, or has the page read out, where they were. What was pressed often goes when it is
 * done: an answer that is given, a form that is saved. The focus then goes to the nearest part around it that is still
 * there, unless a screen knows a better place and has taken it there by the next picture.
 */
export function keepFocus(signal: AbortSignal): void {
  let around: Element[] = [];
  const leave = () => {
    around = [];
  };
  addEventListener(
    'focusin',
    ({ target }) => {
      around = [];
      for (let at = target as Element | null; at; at = at.parentElement) around.push(at);
    },
    { signal },
  );
  // Somebody who leaves what is still there means it: they pressed beside it, or went to another window.
  addEventListener('focusout', ({ target }) => queueMicrotask(() => (target as Node).isConnected && leave()), {
    signal,
  });
  const seek = () => {
    if (document.activeElement !== document.body || around[0]?.isConnected !== false) return;
    const part = around.find((one) => one.isConnected && one.matches(parts));
    leave();
    if (!(part instanceof HTMLElement)) return;
    if (!part.hasAttribute('tabindex')) {
      part.tabIndex = -1;
      part.addEventListener('blur', () => part.removeAttribute('tabindex'), { once: true });
    }
    part.focus({ preventScroll: true });
  };
  // Two pictures later: effects of what was drawn have run.
  const watch = new MutationObserver(() => {
    if (around[0]?.isConnected === false) requestAnimationFrame(() => requestAnimationFrame(seek));
  });
  watch.observe(document.body, { childList: true, subtree: true });
  signal.addEventListener('abort', () => watch.disconnect(), { once: true });
}
