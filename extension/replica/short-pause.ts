/** Lets the screen do its work in between: shorter than a timer, which would wait for 4 ms at least. */
export const shortPause = (): Promise<void> =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Lets the screen do its work whenever so many milliseconds were worked without. */
export function createPauses(most = 8, pause = shortPause) {
  let begun = performance.now();
  return async (): Promise<void> => {
    if (performance.now() - begun < most) return;
    await pause();
    begun = performance.now();
  };
}
