/** `npm run bench:audit` prints how many records a second an audit log takes, beside the same lines written without proof, and what checkpoints, proofs, restarts and the verifier cost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { AppendFile } from '#auth/audit/append-file.ts';
import { createCheckpointVerifier } from '#auth/audit/checkpoint.ts';
import { formatLine } from '#auth/audit/line.ts';
import { type AuditLog, type MerkleAuditLog, openAuditLog } from '#auth/audit/log.ts';
import type { AuditRecord } from '#auth/audit/record.ts';
import { createSigner } from '#auth/audit/signature.ts';
import { ownCheckpoints } from '#auth/audit/verify/checkpoints.ts';
import { logFoldersIn } from '#auth/audit/verify/log-folder.ts';
import { verifyLog } from '#auth/audit/verify/verify-log.ts';
import { newSigningKey } from '#auth/keys/ensure.ts';
import { generateSm2Key } from '#auth/keys/sm2.ts';

const RECORDS = 100_000;
/** Records that one request leaves in one process. */
const BATCHES = [1, 10, 100];
const PROOFS = 1_000;

const KEYS: Record<string, JWK> = {
  Ed25519: newSigningKey('audit-court'),
  SM2: generateSm2Key('audit-court'),
};

/** As an owner's decision about a row is. */
const RECORD: AuditRecord = {
  event: 'row',
  requestId: '0b6d7a52-0f5e-4a7e-9d62-7b8f6c1f4a10',
  actor: 'd3b1c2f4-8a51-4a0e-b0c8-6a2f2c9f7e11',
  roles: ['court.judge'],
  agency: 'COURT-379999',
  purpose: 'HANDLE_CASE',
  case: 'ZF-2025-000001',
  operation: 'a3f5c1d2e4b60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90',
  subject: 'CourtCase',
  decision: 'permit',
  rule: 'permit.court-handler',
  fields: ['CourtCase.caseNumber', 'CourtCase.stage', 'Person.idNumberMasked'],
  masked: true,
};

const home = mkdtempSync(join(tmpdir(), 'zhengfa-bench-'));
const open = (name: string): MerkleAuditLog =>
  openAuditLog({ folder: join(home, name), name: 'court', signer: createSigner(KEYS[name] as JWK) });

/** The same lines in a file, without tree and checkpoints. */
function plainLog(): AuditLog {
  const file = AppendFile.create(join(home, 'plain'));
  let sequence = 0;
  return {
    append(records) {
      const at = new Date().toISOString();
      file.append(
        Buffer.from(
          records.map((each) => `${formatLine({ sequence: sequence++, at, process: 'court' }, each)}\n`).join(''),
        ),
      );
    },
    close: () => file.close(),
  };
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function printAppends(what: string, log: AuditLog): void {
  for (const size of BATCHES) {
    const batch = Array<AuditRecord>(size).fill(RECORD);
    const ms = timed(() => {
      for (let count = 0; count < RECORDS; count += size) log.append(batch);
    });
    print(`append, ${what}, batches of ${size}`, `${Math.round((RECORDS / ms) * 1000)} records/s`);
  }
}

function print(what: string, figure: string): void {
  console.log(`${what.padEnd(44)} ${figure.padStart(20)}`);
}

try {
  const plain = plainLog();
  printAppends('no tree, no checkpoints', plain);
  plain.close();
  for (const name of Object.keys(KEYS)) {
    const log = open(name);
    printAppends(`Merkle log, ${name}`, log);
    let ms = 0;
    for (let count = 0; count < 100; count += 1) {
      log.append([RECORD]);
      ms += timed(() => log.checkpoint());
    }
    print(`checkpoint, ${name}`, `${(ms / 100).toFixed(2)} ms`);
    const { size } = log;
    const inclusion = timed(() => {
      for (let count = 0; count < PROOFS; count += 1) log.inclusionProof((count * 997) % size, size);
    });
    const consistency = timed(() => {
      for (let count = 1; count <= PROOFS; count += 1) log.consistencyProof((count * 997) % size, size);
    });
    print(`proof of a record among ${size}`, `${(inclusion / PROOFS).toFixed(3)} ms`);
    print('proof of a checkpoint', `${(consistency / PROOFS).toFixed(3)} ms`);
    log.close();
    print(`opened again, ${size} records`, `${timed(() => open(name).close()).toFixed(0)} ms`);
    rmSync(join(home, name, 'hashes'));
    print('opened again, hashes lost', `${timed(() => open(name).close()).toFixed(0)} ms`);
    const isSigned = createCheckpointVerifier({ keys: Object.values(KEYS) });
    const verified = timed(() => {
      for (const folder of logFoldersIn([join(home, name)])) verifyLog(folder, ownCheckpoints(folder), isSigned);
    });
    print('verified offline', `${Math.round((size / verified) * 1000)} records/s`);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
