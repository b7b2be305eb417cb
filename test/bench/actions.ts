import { append, type BenchCluster, checkAccepted, createPost, foundCluster, type Post } from './cluster.ts';
import { cell, interleave, printTable } from './measure.ts';
import { createSamples } from './sample.ts';
import { startWorker, workerdVersion } from './workerd.ts';

const rounds = 7;

/** One kind of call: its name, how many actions each carries, how often it is made in a round. */
interface Call {
  name: string;
  actions: number;
  calls: number;
}

const calls: Call[] = [
  { name: 'empty call to the object', actions: 0, calls: 1000 },
  { name: 'call that writes one row', actions: 0, calls: 1000 },
  { name: '1 action a request', actions: 1, calls: 600 },
  { name: '20 actions a request', actions: 20, calls: 60 },
  { name: '100 actions a request', actions: 100, calls: 20 },
];

/** Makes the calls, so many at a time, and answers with calls a second. What is sent was made before. */
async function timed(post: Post, cluster: BenchCluster, call: Call, atOnce: number, seed: number): Promise<number> {
  const samples = createSamples(seed, cluster.priorities);
  const path = call.actions > 0 ? 'actions' : `bench/${call.name.startsWith('empty') ? 'empty' : 'row'}/${cluster.id}`;
  const bodies = Array.from({ length: call.calls }, () =>
    call.actions > 0 ? JSON.stringify({ groups: samples.groups(call.actions) }) : '{}',
  );
  const answers: string[] = [];
  let next = 0;
  const one = async () => {
    while (next < bodies.length) answers.push(await post(path, bodies[next++] as string, cluster.token));
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: atOnce }, one));
  const seconds = (performance.now() - begun) / 1000;
  if (call.actions > 0) for (const answer of answers) checkAccepted(answer, call.actions);
  return call.calls / seconds;
}

/** Accepted actions a second through the cluster's Durable Object, beside an empty call to it. */
export async function benchActions(folder: string): Promise<void> {
  const worker = await startWorker(folder);
  const { post, close } = createPost(worker.address);
  try {
    const cluster = await foundCluster(post);
    await append(post, cluster, createSamples(1, cluster.priorities).groups(1000));
    const variants = [1, 8].flatMap((atOnce) => calls.map((call) => ({ ...call, atOnce })));
    let seed = 2;
    const results = await interleave(
      rounds,
      variants.map((call) => () => timed(post, cluster, call, call.atOnce, seed++)),
    );
    const rows = variants.map((call, i) => {
      const rates = results[i] ?? [];
      const empty = results[variants.findIndex((other) => other.atOnce === call.atOnce)] ?? [];
      const actions = rates.map((rate) => rate * call.actions);
      const ratios = actions.map((rate, round) => rate / (empty[round] ?? Number.NaN));
      const known = call.actions > 0;
      return [call.name, `${call.atOnce}`, cell(rates), known ? cell(actions) : '', known ? cell(ratios) : ''];
    });
    console.log(`workerd ${workerdVersion}, its data on disk; median (least–most) of ${rounds} interleaved rounds`);
    printTable(['', 'at once', 'calls/s', 'accepted actions/s', 'actions per empty call'], rows);
  } finally {
    close();
    await worker.stop();
  }
}
