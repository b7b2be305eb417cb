/** What of the Worker's own entrypoint an object calls. */
interface Entrypoint {
  forgetPages?(slug: string): Promise<void>;
}

/**
 * Has cached pages of a partnership forgotten once something new was carried out. Where that fails they are a minute
 * old at most, so that nothing is done again for it.
 */
export async function forgetPages(exports: object, slug: string): Promise<void> {
  try {
    const { default: worker } = exports as { default?: Entrypoint };
    await worker?.forgetPages?.(slug);
  } catch (error) {
    console.error('cache', error instanceof Error ? error.message : 'failed');
  }
}
