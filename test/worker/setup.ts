import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach } from 'vitest';

// Before each test, not once a file: a test may call `reset()`, which drops the tables too. Applied ones are passed over.
beforeEach(async () => {
  await applyD1Migrations(env.PUBLIC, env.TEST_MIGRATIONS);
});
