/** Whether the operator's secret may be sent to an address that somebody typed; if not, why, in a sentence. */
export function kindOfAddress(
  given: string,
): { ok: true; origin: string; loopback: boolean } | { ok: false; why: string } {
  const url = URL.parse(given);
  if (!url || !/^https?:$/.test(url.protocol)) {
    const why = `${given} is not an address. It begins with https://, or for \`npm start\` http://127.0.0.1:8787`;
    return { ok: false, why };
  }
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol === 'http:' && !loopback) {
    return { ok: false, why: 'The secret is not sent over http://. Use the https:// address.' };
  }
  return { ok: true, origin: url.origin, loopback };
}
