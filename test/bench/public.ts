import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tools/run-process.ts';
import { questions, reviewOf } from '../worker/reviews/published-many.ts';
import { rowsOf } from '../worker/reviews/rows.ts';
import { createPost, foundCluster, type Post } from './cluster.ts';
import { cell, figure, interleave, printTable, spread } from './measure.ts';
import { type Answered, askAgain } from './requests.ts';
import { startWorker, workerdVersion } from './workerd.ts';

const rounds = 7;
const atOnce = 8;
const milliseconds = 1500;
const slug = 'bench-partnership';
const schools = 12;

/** Puts a review of many schools, with its questions, where the public reads it. */
async function seed(post: Post): Promise<void> {
  const { id } = await foundCluster(post);
  const { object } = JSON.parse(await post(`bench/object/${id}`, '{}')) as { object: string };
  const folder = join(root, 'worker/migrations');
  const tables = readdirSync(folder)
    .sort()
    .map((name) => ({ sql: readFileSync(join(folder, name), 'utf8'), bound: [] }));
  const rows = rowsOf({ slug, editions: [{ review: reviewOf(schools) }], questions });
  const statements = rows.map(([sql, ...bound]) => ({ sql, bound }));
  const own = { sql: 'UPDATE partnerships SET object = ?', bound: [object] };
  await post('bench/seed', JSON.stringify([...tables, ...statements, own]));
}

/** Asks questions by the hundred from one address, until it is told to stop; answers with how many were sent. */
async function flood(address: string, signal: AbortSignal): Promise<number> {
  const body = new URLSearchParams({ text: 'Why is that so, and not otherwise?', who: 'family' });
  let sent = 0;
  const one = async () => {
    while (!signal.aborted) {
      const answer = await fetch(`${address}/${slug}/ask`, { method: 'POST', body });
      await answer.arrayBuffer();
      sent++;
    }
  };
  await Promise.all([one(), one(), one(), one()]);
  return sent;
}

const at = (times: readonly number[], part: number) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * part)] ?? Number.NaN;

/** Readers of a public page, beside a bare Hono route with the same text; and readers while somebody floods the form. */
export async function benchPublic(folder: string): Promise<void> {
  const worker = await startWorker(folder);
  const { post, close } = createPost(worker.address);
  try {
    await seed(post);
    const page = await fetch(`${worker.address}/${slug}`);
    const text = await page.text();
    if (page.status !== 200) throw new Error(`The page answered ${page.status}`);
    await fetch(`${worker.address}/bare`, { method: 'PUT', body: text });
    const read = (path: string, headers: Record<string, string> = {}) =>
      askAgain(worker.address, { path, headers, atOnce, milliseconds });
    const etag = page.headers.get('etag') ?? '';
    const runs: { name: string; run: () => Promise<Answered> }[] = [
      { name: 'bare Hono route, the same text', run: () => read('/bare') },
      { name: 'the page, in memory', run: () => read(`/${slug}`) },
      { name: 'the page, known to the reader (304)', run: () => read(`/${slug}`, { 'if-none-match': etag }) },
      { name: 'the page, cold: rows read and page made each time', run: () => read(`/${slug}`, { 'bench-cold': '1' }) },
    ];
    const results = await interleave(
      rounds,
      runs.map(({ run }) => run),
    );
    const bytes = Buffer.byteLength(text);
    console.log(
      `${schools} schools, ${figure(bytes / 1000)} kB a page; ${atOnce} readers at once; workerd ${workerdVersion}; median (least–most) of ${rounds} interleaved rounds`,
    );
    console.log('D1 is a Durable Object with SQLite in the same process here, as it is on local workerd.');
    const perSecond = results.map((round) => round.map((one) => one.perSecond));
    printTable(
      ['', 'reads/s', 'of the bare route', 'ms, median', 'ms, 99 %'],
      runs.map(({ name }, i) => [
        name,
        cell(perSecond[i] ?? []),
        cell((perSecond[i] ?? []).map((rate, round) => rate / (perSecond[0]?.[round] ?? Number.NaN))),
        cell((results[i] ?? []).map(({ times }) => at(times, 0.5))),
        cell((results[i] ?? []).map(({ times }) => at(times, 0.99))),
      ]),
    );
    await benchFlood(worker.address);
  } finally {
    close();
    await worker.stop();
  }
}

/** One reader alone, and the same while questions come by the hundred from one address. */
async function benchFlood(address: string): Promise<void> {
  const reader = () => askAgain(address, { path: `/${slug}`, atOnce: 1, milliseconds });
  const sent: number[] = [];
  const flooded = async () => {
    const ends = new AbortController();
    const flooding = flood(address, ends.signal);
    const read = await reader();
    ends.abort();
    sent.push((await flooding) / (milliseconds / 1000));
    return read;
  };
  const [alone = [], among = []] = await interleave(rounds, [reader, flooded]);
  const row = (name: string, all: Answered[]) => [
    name,
    cell(all.map(({ times }) => at(times, 0.5))),
    cell(all.map(({ times }) => at(times, 0.99))),
  ];
  console.log(`\nOne reader; the flood sent ${figure(spread(sent).median)} questions a second from one address`);
  printTable(['', 'ms, median', 'ms, 99 %'], [row('alone', alone), row('while the form is flooded', among)]);
}
