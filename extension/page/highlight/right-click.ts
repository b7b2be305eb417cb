/** Shared by our scripts in a document, which are loaded one by one. */
const world = globalThis as { goldthreadClicked?: WeakRef<EventTarget> };

/** Remembers on what the browser's menu was opened last, for the item of it that records a figure. */
export function watchRightClick(signal: AbortSignal): void {
  addEventListener(
    'contextmenu',
    ({ isTrusted, target }) => {
      if (isTrusted && target) world.goldthreadClicked = new WeakRef(target);
    },
    { signal, passive: true, capture: true },
  );
}

/** On what the menu was opened last, if that is still there. */
export const rightClicked = (): EventTarget | undefined => world.goldthreadClicked?.deref();
