import { parse } from '../../shared/action.ts';
import { Issued, joinLink } from '../../shared/cluster/access.ts';
import { ClusterId } from '../../shared/ids.ts';
import { post, Refused } from './api.ts';
import { kindOfAddress } from './safe-address.ts';
import { keptOperatorSecret } from './start/data.ts';

const usage = `npm run coordinator -- <address> <cluster id>

For the operator of an address, when a cluster's last coordinator is lost: prints a link with which one person joins as
a coordinator, once, within seven days. The cluster's id is on any member's printed recovery code.
The operator's secret is read from GOLDTHREAD_OPERATOR_SECRET; for the Worker of \`npm start\`, from its data folder.`;

/** What to do about a refusal, where its own sentence does not say. */
const advice: { [code: string]: string } = {
  'operator-only':
    'The secret is not this address’s. Set GOLDTHREAD_OPERATOR_SECRET to the value that the Worker has as OPERATOR_SECRET (at least 32 characters).',
  'cluster-unknown': 'There is no such cluster at this address. Check both: the id is on any member’s recovery code.',
  unreachable: 'Nothing of Goldthread answers there. Is the address right, and the Worker running?',
};

/** Mints a coordinator's link, or says why not. */
async function mint(args: readonly string[]): Promise<{ held: boolean; text: string }> {
  const [given, cluster, ...more] = args;
  if (!given || !cluster || more.length > 0) return { held: false, text: usage };
  const address = kindOfAddress(given);
  if (!address.ok) return { held: false, text: address.why };
  const { origin, loopback } = address;
  if (!parse(ClusterId, cluster).ok) {
    return {
      held: false,
      text: 'A cluster’s id is 32 digits and letters from a to f. It is on any member’s recovery code.',
    };
  }
  const secret = process.env.GOLDTHREAD_OPERATOR_SECRET || (loopback ? keptOperatorSecret() : undefined);
  if (!secret) return { held: false, text: 'Set GOLDTHREAD_OPERATOR_SECRET to the operator’s secret of this address.' };
  try {
    const { code, expires } = await post(origin, 'operator/coordinator', Issued, { cluster }, secret);
    const until = new Date(expires).toLocaleDateString('en-GB', { dateStyle: 'full' });
    return {
      held: true,
      text: `${joinLink(origin, code)}\n\nFor one person, as a coordinator, until ${until}. Give it to them by a safe way.`,
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { held: false, text: advice[error.code] ?? error.message };
  }
}

const { held, text } = await mint(process.argv.slice(2));
if (held) console.log(text);
else console.error(text);
process.exitCode = held ? 0 : 1;
