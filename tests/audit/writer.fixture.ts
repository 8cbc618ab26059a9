/**
 * A process that writes the log `court` until somebody ends it: `writer.fixture.ts <folder> <key file> <first number>`. What it says on a line it says
 * after `append` returned: `sent <number>`, and `refused <code>` when it did not return.
 */
import { readFileSync, writeSync } from 'node:fs';
import type { JWK } from 'jose';
import { openAuditLog } from '#auth/audit/log.ts';
import { createSigner } from '#auth/audit/signature.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { recordOf } from '#tests/audit/logs.ts';

const [folder = '', keyFile = '', first = '0'] = process.argv.slice(2);
const signer = createSigner(JSON.parse(readFileSync(keyFile, 'utf8')) as JWK);
// Small, so that a kill also meets the beginning of a file and a checkpoint.
const log = openAuditLog({ folder, name: 'court', signer, checkpointRecords: 7, maxFileBytes: 8_000 });
const say = (line: string) => writeSync(1, `${line}\n`);

/** After so many it ends. */
const REFUSALS = 3;
for (let number = Number(first), refused = 0; refused < REFUSALS; ) {
  const batch = [number, number + 1, number + 2].map((each) => recordOf(`request-${each}`));
  try {
    log.append(batch);
    for (const each of batch) say(`sent ${each.requestId}`);
    number += batch.length;
  } catch (error) {
    say(`refused ${error instanceof GraphError ? `${error.code} ${error.message}` : String(error)}`);
    refused += 1;
  }
  // Lets what came in between be done, as between two requests.
  await new Promise((resolve) => setImmediate(resolve));
}
process.exit(0);
