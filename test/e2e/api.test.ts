import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Validator } from '@seriousme/openapi-schema-validator';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { actAs, type Founded, foundAt } from './founded.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-api-'));
let worker: LocalWorker;
let founded: Founded;

beforeAll(async () => {
  worker = await startLocalWorker({ port: 0, data });
  founded = await foundAt(worker.address);
});

afterAll(async () => {
  await worker?.stop();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
});

describe('the API', () => {
  it('is a valid OpenAPI document to somebody else’s program', async () => {
    const document = await (await fetch(`${worker.address}/api/openapi.json`)).json();
    const validator = new Validator();
    const { valid, errors } = await validator.validate(document);
    expect(errors ?? []).toEqual([]);
    expect([valid, validator.version]).toEqual([true, '3.1']);
    document.paths['/join'].post.responses = 7;
    expect((await validator.validate(document)).valid).toBe(false);
  });

  it('is read by the three calls of its page, as they stand there', async () => {
    const id = newId();
    const body = { id, passages: [], note: 'Seen', tags: [], priorities: [] };
    await actAs(worker.address, founded.joined, saveEvidence, body);
    const code = (await founded.link('observer')).split('#')[1] ?? '';
    const file = join(data, 'three-calls.mjs');
    const page = await (await fetch(`${worker.address}/api`)).text();
    const { document } = parseHTML(page);
    writeFileSync(file, document.querySelector('pre')?.textContent ?? '');
    const { stdout } = await promisify(execFile)(process.execPath, [file, worker.address, code]);
    expect(stdout).toContain('Kestrel Vale, as observer');
    expect(stdout).toContain(`evidence ${id}`);
  });
});
