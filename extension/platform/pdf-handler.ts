/** What a browser gives the page that it shows in place of its own viewer (Chrome 151 and later). */
interface Stream {
  originalUrl: string;
  streamUrl: string;
  tabId: number;
}

interface MimeHandler {
  getStreamInfo(): Promise<Stream>;
  getMimeHandlerOptions(type: string): Promise<{ enabled?: boolean }>;
  setMimeHandlerOptions(type: string, options: { enabled: boolean }): Promise<void>;
  abortAndFallbackToNativeHandler(): Promise<void>;
}

const type = 'application/pdf';
const kept = 'opensPdfs';

const handler = (): MimeHandler | undefined =>
  (globalThis.chrome as { mimeHandler?: MimeHandler } | undefined)?.mimeHandler;

/** Whether this browser can show PDFs at their own address in our reader. */
export const canOpenPdfs = (): boolean => handler() !== undefined;

/** Whether the person chose that PDFs open in our reader. */
export async function opensPdfs(): Promise<boolean> {
  const { [kept]: chosen } = await chrome.storage.local.get(kept);
  return chosen === true;
}

/** Has PDFs open in our reader, or in the browser's own viewer as before. */
export async function setOpensPdfs(chosen: boolean): Promise<void> {
  await chrome.storage.local.set({ [kept]: chosen });
  await handler()?.setMimeHandlerOptions(type, { enabled: chosen });
}

/** In the background, at install: the browser takes a handler for wanted as soon as it is there; it is off until chosen. */
export async function keepHandlerChosen(): Promise<void> {
  await handler()?.setMimeHandlerOptions(type, { enabled: await opensPdfs() });
}

/** In the reader: the file that the browser shows in it at the file's own address; `undefined` where it does not. */
export async function handledFile(): Promise<Stream | undefined> {
  try {
    return await handler()?.getStreamInfo();
  } catch {
    // Opened at our own address.
    return undefined;
  }
}

/** In the reader at a file's own address: gives the file back to the browser's own viewer. */
export const giveBack = async (): Promise<void> => handler()?.abortAndFallbackToNativeHandler();
