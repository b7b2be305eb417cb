/** Saves a text, or a file's parts, as a file among the downloads. */
export function saveFile(content: string | BlobPart[], file: string, type = 'text/plain'): void {
  const parts = typeof content === 'string' ? [content] : content;
  // What comes in parts says by itself what letters it is in.
  const blob = new Blob(parts, { type: typeof content === 'string' ? `${type};charset=utf-8` : type });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  // The download has begun by then; the text need not stay in memory.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
