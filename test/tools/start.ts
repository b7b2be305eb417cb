// `npm start`: the Worker, the sample pages, a demo to look at and a browser to look with. See start/run.ts.
// Nothing is imported before Node's version is known: an older one would fail there, in words that help nobody.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Goldthread needs Node 24; this is ${process.versions.node}. Run \`npm ci\`, which brings it, then \`npm start\`.`,
  );
  process.exit(1);
}
try {
  const { main } = await import('./start/run.ts');
  await main(process.argv.slice(2));
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('Something that Goldthread needs is not installed. Run `npm ci`, then `npm start`.');
  process.exit(1);
}
