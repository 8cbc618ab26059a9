import type { Checkpoint } from '#auth/audit/checkpoint.ts';
import type { CheckpointLine } from '#auth/audit/verify/checkpoints.ts';
import type { LogFolder } from '#auth/audit/verify/log-folder.ts';
import { proveConsistency, proveRecord } from '#auth/audit/verify/proofs.ts';

/** What somebody wanted shown, and whether it was. */
export interface Claim {
  readonly holds: boolean;
  readonly sentence: string;
}

type Find = (log: LogFolder) => readonly CheckpointLine[];
type IsSigned = (checkpoint: Checkpoint) => boolean;

/** `<log>:<number>`: that the record stands in the log that a checkpoint speaks for, one kept elsewhere rather than the log's own. Throws where it is not that. */
export function recordClaim(text: string, logs: readonly LogFolder[], find: Find, isSigned: IsSigned): Claim {
  const [log, number = ''] = parts(text, /^\d{1,15}$/, logs, '<log>:<number>');
  const index = Number(number);
  const covering = signedOf(log, find, isSigned).filter(({ checkpoint }) => checkpoint.size > index);
  const what = { zh: `${log.name} 第 ${index} 条记录`, en: `record ${index} of ${log.name}` };
  if (covering.length === 0) {
    return failed(`${what.zh}尚无检查点涵盖`, `no checkpoint covers ${what.en} yet`);
  }
  const closest = [true, false].flatMap(
    (isElsewhere) => covering.find((each) => each.isElsewhere === isElsewhere) ?? [],
  );
  for (const { checkpoint } of closest) {
    const proof = proveRecord(log, index, checkpoint);
    if (proof === null) continue;
    return shown(
      `${what.zh}在 ${checkpoint.at} 签署的 ${checkpoint.size} 条之列（证明含 ${proof.length} 个杂凑值）`,
      `${what.en} is among the ${checkpoint.size} signed at ${checkpoint.at} (${proof.length} hashes prove it)`,
    );
  }
  return failed(`${what.zh}与检查点不符`, `${what.en} is not what the checkpoint speaks for`);
}

/** `<log>:<size>-<size>`: that the log of the second checkpoint begins with that of the first. Throws where it is not that, or where there is no such checkpoint. */
export function consistencyClaim(text: string, logs: readonly LogFolder[], find: Find, isSigned: IsSigned): Claim {
  const [log, sizes = ''] = parts(text, /^\d{1,15}-\d{1,15}$/, logs, '<log>:<size>-<size>');
  const [from, to] = sizes.split('-').map((size) => {
    const found = signedOf(log, find, isSigned).find(({ checkpoint }) => checkpoint.size === Number(size));
    if (found) return found.checkpoint;
    throw new Error(`${log.name} 没有 ${size} 条的检查点 / ${log.name} has no checkpoint of ${size} records`);
  });
  const proof = from && to ? proveConsistency(log, from, to) : null;
  const what = { zh: `${log.name} 的检查点 ${sizes}`, en: `checkpoints ${sizes} of ${log.name}` };
  return proof === null
    ? failed(`${what.zh}不一致`, `${what.en} are not consistent`)
    : shown(
        `${what.zh}一致（证明含 ${proof.length} 个杂凑值）`,
        `${what.en} are consistent (${proof.length} hashes prove it)`,
      );
}

function parts(text: string, what: RegExp, logs: readonly LogFolder[], form: string): [LogFolder, string] {
  const colon = text.lastIndexOf(':');
  const rest = text.slice(colon + 1);
  if (colon < 0 || !what.test(rest)) throw new Error(`应为 ${form} / expected ${form}: ${text}`);
  const name = text.slice(0, colon);
  const log = logs.find((each) => each.name === name);
  if (log === undefined) throw new Error(`未给出日志 ${name} / the folder of the log ${name} was not given`);
  return [log, rest];
}

/** Those kept elsewhere first, smaller before larger. */
function signedOf(log: LogFolder, find: Find, isSigned: IsSigned) {
  return find(log)
    .flatMap(({ checkpoint, isElsewhere }) => (checkpoint ? [{ checkpoint, isElsewhere }] : []))
    .filter(({ checkpoint }) => checkpoint.log === log.name && isSigned(checkpoint))
    .sort(
      (one, other) =>
        Number(other.isElsewhere) - Number(one.isElsewhere) || one.checkpoint.size - other.checkpoint.size,
    );
}

function shown(zh: string, en: string): Claim {
  return { holds: true, sentence: `✓ ${zh} / ${en}` };
}

function failed(zh: string, en: string): Claim {
  return { holds: false, sentence: `✗ ${zh} / ${en}` };
}
