import { closeSync, openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Checkpoint, createCheckpointVerifier, formatCheckpoint } from '#auth/audit/checkpoint.ts';
import { type CheckpointLine, checkpointsElsewhere, ownCheckpoints } from '#auth/audit/verify/checkpoints.ts';
import { consistencyClaim, recordClaim } from '#auth/audit/verify/claims.ts';
import { type LogFolder, logFoldersIn } from '#auth/audit/verify/log-folder.ts';
import { mergedLines } from '#auth/audit/verify/merge.ts';
import { problemLine, reportLines } from '#auth/audit/verify/report.ts';
import { verifyLog } from '#auth/audit/verify/verify-log.ts';
import { keysFolder, readKeySet } from '#auth/keys/load.ts';
import { auditTrustedKeysFile } from '#auth/keys/names.ts';

const USAGE =
  'npm run audit:verify -- <folder> … [--against <folder of *.checkpoints>] [--keys <audit-trusted.jwks.json>] ' +
  '[--record <log>:<number>] [--consistency <log>:<size>-<size>] [--merged <new file>]';

/** What `npm run audit:verify` does. Gives its exit code: 0 all verified, 1 something is wrong, 2 it could not be tried. Prints nothing of a record's content. */
export async function auditVerify(args: readonly string[], print: (line: string) => void): Promise<0 | 1 | 2> {
  try {
    return (await verify(args, print)) ? 0 : 1;
  } catch (error) {
    print((error as Error).message);
    print(`用法 / usage: ${USAGE}`);
    return 2;
  }
}

async function verify(args: readonly string[], print: (line: string) => void): Promise<boolean> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  if (positionals.length === 0) throw new Error('未给出日志文件夹 / no folder of a log was given');
  const logs = logFoldersIn(positionals);
  const keys = await readKeySet(values.keys ?? auditTrustedKeysFile(keysFolder()));
  const isSigned = remembering(createCheckpointVerifier(keys));
  const elsewhere = (values.against ?? []).flatMap(checkpointsElsewhere);
  const checkpoints = (log: LogFolder) => [
    ...elsewhere.filter(({ checkpoint }) => checkpoint?.log === log.name),
    ...ownCheckpoints(log),
  ];
  const claims = [
    ...(values.record ?? []).map((claim) => recordClaim(claim, logs, checkpoints, isSigned)),
    ...(values.consistency ?? []).map((claim) => consistencyClaim(claim, logs, checkpoints, isSigned)),
  ];
  const reports = logs.map((log) => verifyLog(log, checkpoints(log), isSigned));
  const strays = strayLines(elsewhere, logs);
  for (const line of [...reportLines(reports), ...strays, ...claims.map(({ sentence }) => sentence)]) print(line);
  if (values.merged !== undefined) writeMerged(values.merged, logs);
  return (
    strays.length === 0 && reports.every(({ problems }) => problems.length === 0) && claims.every(({ holds }) => holds)
  );
}

const OPTIONS = {
  against: { type: 'string', multiple: true },
  keys: { type: 'string' },
  record: { type: 'string', multiple: true },
  consistency: { type: 'string', multiple: true },
  merged: { type: 'string' },
} as const;

/** Most checkpoints lie both beside the log and elsewhere, and one is asked about more than once. */
function remembering(isSigned: (checkpoint: Checkpoint) => boolean): (checkpoint: Checkpoint) => boolean {
  const known = new Map<string, boolean>();
  return (checkpoint) => {
    const line = formatCheckpoint(checkpoint);
    const answer = known.get(line) ?? isSigned(checkpoint);
    known.set(line, answer);
    return answer;
  };
}

/** What is kept elsewhere and belongs to none of these logs: a log whose folder is gone shows only so. */
function strayLines(elsewhere: readonly CheckpointLine[], logs: readonly LogFolder[]): string[] {
  const given = new Set(logs.map(({ name }) => name));
  const names = elsewhere.flatMap(({ checkpoint }) => (checkpoint ? [checkpoint.log] : []));
  const missing = [...new Set(names)].filter((name) => !given.has(name)).sort();
  return [
    ...elsewhere.flatMap(({ checkpoint, file, line }) =>
      checkpoint === null ? [problemLine({ fault: 'not-a-checkpoint', file, line })] : [],
    ),
    ...missing.map(
      (name) =>
        `  ✗ 他处有日志 ${name} 的检查点，而未给出该日志 / checkpoints of the log ${name} are kept elsewhere, and its folder was not given`,
    ),
  ];
}

/** Never over a file that is there: it might be evidence. */
function writeMerged(path: string, logs: readonly LogFolder[]): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    for (const line of mergedLines(logs)) writeSync(descriptor, Buffer.concat([line, Buffer.from('\n')]));
  } finally {
    closeSync(descriptor);
  }
}
