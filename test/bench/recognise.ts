import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../tools/run-process.ts';
import { bundle } from './bundle.ts';
import { chromiumVersion, openChromium } from './chromium.ts';
import { cell, figure, interleave, printTable } from './measure.ts';

const rounds = 15;

/** A page of about a megabyte: tables of figures with prose between. */
function bigPage(): string {
  const row = '<tr><th scope="row">School</th><td>12.3%</td><td>SUPP</td></tr>';
  const part = `<h2>Part</h2><table>${row.repeat(20)}</table><p>${'Pupils read daily, and teachers listen. '.repeat(20)}</p>`;
  return `<!doctype html><html><head><title>Big</title></head><body><h1>Big</h1>${part.repeat(500)}</body></html>`;
}

/** A page of a megabyte recognised, beside reading its text and nothing else. */
export async function benchRecognise(folder: string): Promise<void> {
  const code = await bundle(join(root, 'extension/page/recognise/recognise.ts'));
  const script = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  const html = bigPage();
  const context = await openChromium(join(folder, 'profile'));
  try {
    const page = await context.newPage();
    await page.setContent(html);
    await page.evaluate(`import(${JSON.stringify(script)}).then((one) => { globalThis.recognise = one.recognise; })`);
    const timed = (call: string) => () =>
      page.evaluate<number>(`{ const begun = performance.now(); ${call}; performance.now() - begun; }`);
    const urls: [name: string, url: string][] = [
      ['a page of no site that is known', 'https://somewhere.example/a'],
      ['an Ofsted report, all of its text', 'https://files.ofsted.gov.uk/v1/file/50000001'],
      ['a publication on gov.uk', 'https://www.gov.uk/government/publications/a'],
    ];
    const calls = [
      'document.body.innerText',
      ...urls.map(([, url]) => `recognise(${JSON.stringify(url)}, document)`),
      ...urls.slice(0, 1).map(([, url]) => `recognise(${JSON.stringify(url)})`),
    ];
    const results = await interleave(rounds, calls.map(timed));
    const names = ['its innerText, and nothing else', ...urls.map(([name]) => name), 'an address by itself'];
    console.log(`${figure(html.length / 1e6)} MB; ${chromiumVersion}; milliseconds, ${rounds} rounds`);
    console.log(`the recogniser: ${figure(gzipSync(code, { level: 9 }).length / 1000)} kB gzipped`);
    printTable(
      ['', 'ms'],
      names.map((name, i) => [name, cell(results[i] ?? [])]),
    );
  } finally {
    await context.close();
  }
}
