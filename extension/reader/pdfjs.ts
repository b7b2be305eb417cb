import * as pdfjs from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

export type { PDFDocumentProxy } from 'pdfjs-dist';
export { pdfjs };

/** What the viewer's components look for: PDF.js itself under this name. */
const world = globalThis as { pdfjsLib?: typeof pdfjs };

/** Where the build keeps what PDF.js loads when a file needs it: see wxt.config.ts. */
const assets = '/pdfjs/';

let script: string | undefined;

/** A worker, made by the one policy: nothing else becomes a script (Trusted Types). */
function startWorker(): Worker {
  if (script === undefined) {
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
    const policy = trustedTypes?.createPolicy('goldthread', {
      createScriptURL(url) {
        if (url !== workerAddress) throw new Error('Not our worker');
        return url;
      },
    });
    script = (policy ? policy.createScriptURL(workerAddress) : workerAddress) as string;
  }
  return new Worker(script, { type: 'module' });
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): { toString(): string } };
}

/** Loads the viewer's components, which need PDF.js to be there before them. */
export async function loadViewer() {
  world.pdfjsLib = pdfjs;
  return import('pdfjs-dist/web/pdf_viewer.mjs');
}

/**
 * Begins to open a file's bytes, in a worker of their own that ends with `close`, whatever it is busy with. Nothing in it runs: no scripts, no forms of its own (XFA), no code made of text, no
 * WebAssembly, which our policy keeps out; two picture formats are decoded by plain JavaScript instead.
 */
export function openBytes(data: Uint8Array<ArrayBuffer>) {
  const port = startWorker();
  const task = pdfjs.getDocument({
    data,
    worker: pdfjs.PDFWorker.create({ port: port as never }),
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: true,
    wasmUrl: new URL(assets, location.origin).href,
    standardFontDataUrl: new URL(assets, location.origin).href,
    cMapUrl: new URL('cmaps/', new URL(assets, location.origin)).href,
    verbosity: 0,
  });
  const close = async () => {
    try {
      await task.destroy();
    } finally {
      port.terminate();
    }
  };
  return { task, close };
}
