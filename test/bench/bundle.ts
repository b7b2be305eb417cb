import { build } from 'vite';
import { root } from '../tools/run-process.ts';

/**
 * Bundles a module and all that it imports into one minified ES module, as a release would; with `late`, what it loads
 * later too.
 */
export async function bundle(entry: string, external: string[] = [], late = false): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: entry,
        external,
        preserveEntrySignatures: 'strict',
        ...(late && { output: { codeSplitting: false } }),
      },
    },
  });
  const [output] = 'output' in built ? built.output : [];
  if (output?.type !== 'chunk') throw new Error(`${entry} was not bundled`);
  return output.code;
}
