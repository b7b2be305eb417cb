import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actions } from '../../shared/actions.ts';
import { compare, type Frozen, freeze } from './frozen.ts';

// Writes actions.frozen.json anew after something was added. What would break an old client is refused.
//
//     node test/architecture/freeze-actions.ts
const path = join(import.meta.dirname, 'actions.frozen.json');
const frozen: Frozen = JSON.parse(readFileSync(path, 'utf8'));
const now = freeze(actions);
const { broken, added } = compare(frozen, now);
for (const sentence of [...broken, ...added]) console.log(sentence);
if (broken.length > 0) process.exitCode = 1;
else writeFileSync(path, `${JSON.stringify(now, null, 2)}\n`);
