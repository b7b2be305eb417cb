import { readFileSync } from 'node:fs';
import { Refused } from './api.ts';
import { restoreArchive } from './restore-archive.ts';
import { kindOfAddress } from './safe-address.ts';
import { keptOperatorSecret } from './start/data.ts';

const usage = `npm run restore -- <address> <archive.zip>

For the operator of an address: makes a cluster again from a complete archive (Evidence, Take out, Complete archive).
The address must not have that cluster. Nobody is let in by it; let a coordinator in with \`npm run coordinator\`.
The operator's secret is read from GOLDTHREAD_OPERATOR_SECRET; for the Worker of \`npm start\`, from its data folder.`;

/** Restores, or says why not. */
async function restore([given, file, ...more]: readonly string[]): Promise<{ held: boolean; text: string }> {
  if (!given || !file || more.length > 0) return { held: false, text: usage };
  const address = kindOfAddress(given);
  if (!address.ok) return { held: false, text: address.why };
  const secret = process.env.GOLDTHREAD_OPERATOR_SECRET || (address.loopback ? keptOperatorSecret() : undefined);
  if (!secret) return { held: false, text: 'Set GOLDTHREAD_OPERATOR_SECRET to the operator’s secret of this address.' };
  const onProgress = (done: number, of: number) => process.stderr.write(`\r${done} of ${of}`);
  try {
    const { cluster, name } = await restoreArchive({
      ...{ address: address.origin, secret, zip: readFileSync(file), onProgress },
    });
    const next = `npm run coordinator -- ${address.origin} ${cluster}`;
    return { held: true, text: `\n${name} is there again. Let a coordinator in with:\n\n${next}` };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const there =
      error.code === 'exists' ? 'There is such a cluster at this address already. Nothing was changed.' : '';
    return { held: false, text: `\n${there || error.message}` };
  }
}

const { held, text } = await restore(process.argv.slice(2));
if (held) console.log(text);
else console.error(text);
process.exitCode = held ? 0 : 1;
