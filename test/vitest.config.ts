import { join } from 'node:path';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { unstable_readConfig } from 'wrangler';

const root = join(import.meta.dirname, '..');
const wranglerConfig = join(root, 'worker/wrangler.jsonc');

/** Every D1 migration that the Worker's configuration names, for test/worker/setup.ts to apply. */
async function migrations() {
  const [database] = unstable_readConfig({ config: wranglerConfig }).d1_databases;
  if (!database) return [];
  return readD1Migrations(join(root, 'worker', database.migrations_dir ?? 'migrations'));
}

export default defineConfig({
  root,
  test: {
    passWithNoTests: false,
    projects: [
      {
        root,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'test/shared/**/*.test.{ts,tsx}',
            'test/extension/**/*.test.{ts,tsx}',
            'test/architecture/**/*.test.ts',
          ],
        },
      },
      {
        root,
        // The real runtime: Durable Objects, D1 and alarms are workerd's own, in memory.
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: wranglerConfig },
            miniflare: {
              // The test runner itself needs Node's modules; the Worker does without.
              compatibilityFlags: ['nodejs_compat'],
              // Local workerd refuses a jurisdiction.
              // A member may ask as often as a test does; test/worker/access/rates.test.ts sets the rate that it needs.
              bindings: {
                TEST_MIGRATIONS: await migrations(),
                JURISDICTION: '',
                MEMBER_RATE: '1000000',
                PAGE_SECONDS: '0',
              },
            },
          })),
        ],
        test: {
          name: 'workers',
          include: ['test/worker/**/*.test.ts'],
          setupFiles: ['test/worker/setup.ts'],
          testTimeout: 20_000,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          // One browser at a time: they share the screen, the clipboard and two cores.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
