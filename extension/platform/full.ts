const name = 'full';

/** The browser's own memory, which has room when the disk has none; a web page has no such thing. */
const memory = () => globalThis.chrome?.storage?.session;

/** Says to every view that something found no room on this device. */
export async function noteFull(at: number): Promise<void> {
  await memory()?.set({ [name]: at });
}

/** Tells when something last found no room on this device; anew when that happens again. */
export function followFull(tell: (at: number) => void, signal: AbortSignal): void {
  const area = memory();
  const changed = (changes: { [name: string]: { newValue?: unknown } }) => {
    const at = changes[name]?.newValue;
    if (typeof at === 'number' && !signal.aborted) tell(at);
  };
  area?.onChanged.addListener(changed);
  signal.addEventListener('abort', () => area?.onChanged.removeListener(changed), { once: true });
  area?.get(name).then(({ [name]: newValue }) => changed({ [name]: { newValue } }), reportError);
}
