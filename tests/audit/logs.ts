import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AuditLogOptions, type MerkleAuditLog, openAuditLog } from '#auth/audit/log.ts';
import { denialOf } from '#auth/audit/record.fixture.ts';
import type { AuditRecord } from '#auth/audit/record.ts';
import { createSigner } from '#auth/audit/signature.ts';
import { auditVerify } from '#auth/audit/verify/command.ts';
import { newSigningKey } from '#auth/keys/ensure.ts';
import { generateSm2Key } from '#auth/keys/sm2.ts';

/** Stands in every record: whoever prints it prints what stands in records. */
export const CONTENT = 'content-of-a-record';

export const recordOf = (requestId: string): AuditRecord => denialOf(requestId, CONTENT);

export const KEYS = {
  court: newSigningKey('audit-court'),
  gateway: newSigningKey('audit-gateway'),
  police: generateSm2Key('audit-police'),
};

/** Checkpoints at 1, 11, 21 … records; about twenty records a file. */
export function openLog(
  folder: string,
  name: keyof typeof KEYS,
  options: Partial<AuditLogOptions> = {},
): MerkleAuditLog {
  const signer = createSigner(KEYS[name]);
  return openAuditLog({ folder, name, signer, checkpointRecords: 10, maxFileBytes: 5_500, ...options });
}

/** Two logs of one deployment, and the checkpoints of them that an auditor keeps elsewhere: `audit/court` of 62 records, `audit/gateway` of 22, `elsewhere/*.checkpoints`, `trusted.json` in a folder. */
export function makeLogs(home: string): void {
  mkdirSync(join(home, 'elsewhere'), { recursive: true });
  for (const [name, records] of [
    ['court', 60],
    ['gateway', 20],
  ] as const) {
    const log = openLog(join(home, 'audit', name), name);
    for (let count = 1; count <= records; count += 1) log.append([recordOf(`${name}-${count}`)]);
    log.close();
    keepElsewhere(home, name);
  }
  const keys = Object.values(KEYS).map(({ d: _secret, ...half }) => half);
  writeFileSync(join(home, 'trusted.json'), JSON.stringify({ keys }));
}

export function keepElsewhere(home: string, name: string): void {
  cpSync(join(home, 'audit', name, 'checkpoints'), join(home, 'elsewhere', `${name}.checkpoints`));
}

/** What the command says and ends with. */
export async function verify(home: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const code = await auditVerify(['--keys', join(home, 'trusted.json'), ...args], (line) => said.push(line));
  return { code, said: said.join('\n') };
}

/** Changes the lines of a file. */
export function rewrite(path: string, change: (lines: string[]) => string[]): void {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  writeFileSync(
    path,
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
}
