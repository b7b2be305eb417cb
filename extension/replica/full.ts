/** Whether something failed since the device has no room left for what is kept (IndexedDB, section 'Quota exceeded'). */
export function isFull(error: unknown): boolean {
  // Dexie puts what the browser said inside what it says itself.
  for (let one = error; one instanceof Error || one instanceof DOMException; one = (one as { inner?: unknown }).inner) {
    if (one.name === 'QuotaExceededError') return true;
  }
  return false;
}
