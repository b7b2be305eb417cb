import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, type Plugin } from 'vite';
import { root } from './run-process.ts';

// Builds the web app that the Worker serves at /app, from the same screens as the extension, into a folder that
// worker/wrangler.jsonc names:
//
//     node test/tools/build-app.ts

const folder = join(root, 'extension/app');
const platform = join(root, 'extension/platform');

/** In place of what needs an extension around it, the web app has what stands under the same name in `platform/web`. */
const webPlatform: Plugin = {
  name: 'web-platform',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (/^(wxt|webextension-polyfill)\b/.test(source)) {
      throw new Error(`${importer} imports ${source}: the web app has no such thing. See extension/platform/web.`);
    }
    const found = source.startsWith('.') ? await this.resolve(source, importer, { ...options, skipSelf: true }) : null;
    if (!found || dirname(found.id) !== platform) return found;
    const own = join(platform, 'web', basename(found.id));
    return existsSync(own) ? own : found;
  },
};

/** Tells the offline worker which files there are, and names the version after all that is in them. */
const listFiles: Plugin = {
  name: 'list-files',
  // After the page itself, which names the others.
  enforce: 'post',
  generateBundle(_, bundle) {
    const files = Object.values(bundle).filter(({ fileName }) => !['offline.js', 'join.js'].includes(fileName));
    const names = files.map(({ fileName }) => `/app/${fileName === 'index.html' ? '' : fileName}`).sort();
    const hash = createHash('sha256').update(names.join());
    for (const file of files) if (file.type === 'asset') hash.update(file.source);
    const worker = bundle['offline.js'];
    if (worker?.type !== 'chunk') throw new Error('The offline worker is missing');
    if (worker.imports.length > 0) throw new Error('The offline worker stands alone');
    worker.code = worker.code
      .replace('__FILES__', () => JSON.stringify([...names, '/app/manifest.webmanifest', '/app/icon/192.png']))
      .replace('__VERSION__', () => JSON.stringify(hash.digest('hex').slice(0, 16)));
  },
};

await build({
  configFile: false,
  root: folder,
  base: '/app/',
  publicDir: join(folder, 'public'),
  logLevel: 'warn',
  plugins: [webPlatform, listFiles],
  // The same as wxt.config.ts has.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  build: {
    outDir: join(root, '.output/web/app'),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    // Nothing is put into the page or a style as `data:`; the policy of the page would let it in for pictures only.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        index: join(folder, 'index.html'),
        offline: join(folder, 'offline/offline.ts'),
        join: join(folder, 'join.ts'),
      },
      output: {
        entryFileNames: ({ name }) => (['offline', 'join'].includes(name) ? '[name].js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
