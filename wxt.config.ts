import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig } from 'wxt';
import { optionalHosts, presenceFiles, requiredHosts } from './extension/platform/hosts.ts';

/** Where a cluster is created or joined unless the person, or the school's policy, names another address. */
const address = process.env.GOLDTHREAD_ADDRESS ?? 'http://127.0.0.1:8787';

/** Pins an unpacked build's id, and with it its storage, to the same value on every machine. Stores set their own. */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAtmSTOVpDy+bmxswjZoVPJWwmDtAIciD7ErQ7E16vGznUeG5vnE5dsrR8RArHZVJC' +
  '+/TcFTxaXFnNxr0s9zHhNXHzgDb0xrFr3oo1J4KTfwrg5fWVy/QnWZoUGVS+T48NSw+s+tMN9A0e8V41KIQG7YkyIBJA0Ff7a/nVIMl0rRLT' +
  'vcema9V6LCH1jprKiGZBIy+jF161sP5SafWF2tNWsCu14acHR/xPXA5a78tjbzDstvFwQozGGLXNy79jmw8DNm7gohOHntsPcRPIYdLJiTbr' +
  'lsV65/MtSQdAStSxCuLZsnz8bDaVpNWy+I0gbYRHqAK1U7KVuIz/3KHAwGEDYwIDAQAB';

/** A store gives an id of its own, and takes no key. */
const forStore = process.argv.includes('zip');

/** Loopback for `npm start`; Firefox's default policy would upgrade it to https. */
const csp = [
  "default-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self' https: wss: http://127.0.0.1:* ws://127.0.0.1:*",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types goldthread',
].join('; ');

/**
 * Two fonts of signs that files name and do not bring, decoders of scanned pictures without WebAssembly, and what the
 * letters are of files in Chinese, Japanese and Korean (1 MB in the package, of which a file takes one or two).
 */
const pdfjs = join(import.meta.dirname, 'node_modules/pdfjs-dist');
const pdfAssets = [
  'standard_fonts/FoxitSymbol.pfb',
  'standard_fonts/FoxitDingbats.pfb',
  'wasm/jbig2_nowasm_fallback.js',
  'wasm/openjpeg_nowasm_fallback.js',
  'standard_fonts/LICENSE_FOXIT',
  ...readdirSync(join(pdfjs, 'cmaps')).map((name) => `cmaps/${name}`),
];

interface Modules {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

const reaches = (from: string, id: string, modules: Modules): boolean => {
  const seen = new Set<string>();
  const visit = (at: string): boolean => {
    if (at === id) return true;
    if (seen.has(at)) return false;
    seen.add(at);
    return modules.getModuleInfo(at)?.importedIds.some(visit) ?? false;
  };
  return visit(join(import.meta.dirname, from));
};

const entry = (page: string) => `extension/entrypoints/${page}/main.tsx`;

/**
 * The panel is what opens most, and each cut in what it loads costs bytes. So there are two chunks of it: what the
 * welcome page loads too, and the rest. The log page, and what loads later, take both as they are.
 */
function chunkOf(id: string, modules: Modules): string | null {
  if (id.includes('/entrypoints/') || !reaches(entry('sidepanel'), id, modules)) return null;
  return reaches(entry('welcome'), id, modules) ? 'base' : 'panel';
}

/**
 * The other actions are one chunk as well: the panel folds them all, and names each chunk that it may load. Where they
 * were cut by the screens that do them, each screen more cost it bytes. What a page opens with stays by itself.
 */
function actionsOf(id: string, modules: Modules): string | null {
  if (id.includes('/entrypoints/') || !reaches('shared/actions.ts', id, modules)) return null;
  return ['welcome', 'log'].some((page) => reaches(entry(page), id, modules)) ? null : 'actions';
}

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: '.output',
  manifestVersion: 3,
  imports: false,
  hooks: {
    // What PDF.js loads when a file needs it; the rest of what it comes with, no report has needed.
    'build:publicAssets'(_, files) {
      for (const name of pdfAssets) {
        const folder = name.startsWith('cmaps/') ? 'pdfjs/cmaps' : 'pdfjs';
        files.push({ absoluteSrc: join(pdfjs, name), relativeDest: `${folder}/${basename(name)}` });
      }
    },
    'vite:build:extendConfig'(entrypoints, config) {
      const output = config.build?.rollupOptions?.output;
      if (!entrypoints.some(({ name }) => name === 'sidepanel') || !output || Array.isArray(output)) return;
      output.codeSplitting = {
        // Each group names all that it takes; what it needs besides, a page may open with.
        includeDependenciesRecursively: false,
        groups: [
          { name: chunkOf, priority: 2 },
          { name: actionsOf, priority: 1 },
        ],
      };
      // Without the hashes that a web server's caches need: each chunk names others, and a hash does not compress.
      output.chunkFileNames = 'chunks/[name].js';
    },
  },
  vite: () => ({
    define: { __ADDRESS__: JSON.stringify(address) },
    // The package's own entry is written for browsers of ten years ago; this is the same, 3 kB lighter.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
    build: { target: 'es2023' },
  }),
  manifest: ({ browser }) => ({
    name: 'Goldthread',
    short_name: 'Goldthread',
    description: 'Ties what you read to what your cluster of schools has agreed to change.',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'contextMenus',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: requiredHosts,
    optional_host_permissions: optionalHosts,
    // The same sites as those that access is required to; others are registered when access to them is given.
    content_scripts: [
      {
        matches: requiredHosts,
        js: [...presenceFiles.js],
        css: [...presenceFiles.css],
        all_frames: true,
        run_at: 'document_idle',
      },
    ],
    content_security_policy: {
      // The browser frames our reader where it shows a PDF at its own address, and a policy is one for all pages. No
      // site can frame any of them there all the same: none is among the web accessible resources.
      extension_pages: browser === 'firefox' ? `${csp}; frame-ancestors 'none'` : csp,
    },
    action: { default_title: 'Save to Goldthread' },
    commands: {
      clip: { suggested_key: { default: 'Alt+Shift+G' }, description: 'Save the selected words to Goldthread' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'goldthread@goldthread.invalid',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['websiteContent', 'personallyIdentifyingInfo'] },
            },
          },
        }
      : {
          ...(forStore ? {} : { key }),
          minimum_chrome_version: '126',
          storage: { managed_schema: 'managed-schema.json' },
          // Off until it is chosen: see extension/platform/pdf-handler.ts.
          mime_types_handler: { 'application/pdf': { handler_url: 'reader.html', enabled: false } },
        }),
  }),
});
