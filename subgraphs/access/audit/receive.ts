import type { Alert } from '#auth/audit/alerts/due.ts';
import { LOG_ALERTS } from '#auth/audit/alerts/rules.ts';
import type { AlertSettings } from '#auth/audit/alerts/settings.ts';
import { signalNow, signalsOf } from '#auth/audit/alerts/signals.ts';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from '#auth/audit/checkpoint.ts';
import { MerkleFrontier } from '#auth/audit/merkle/frontier.ts';
import { leafHash } from '#auth/audit/merkle/hashes.ts';
import { verifyConsistency } from '#auth/audit/merkle/verify.ts';
import { type Batch, parseBatch, readRecords } from '#subgraphs/access/audit/batch.ts';
import { keepNotice, keepSignals } from '#subgraphs/access/store/audit-alerts.ts';
import {
  addCheckpoint,
  addRecords,
  type HeldLog,
  heldLog,
  linesOf,
  type ReceivedRecord,
  receivingAlone,
} from '#subgraphs/access/store/audit-log.ts';
import { sawLogin } from '#subgraphs/access/store/logins.ts';
import type { DoorAnswer } from '#subgraphs/kit/open-door.ts';
import type { Database, Statements } from '#subgraphs/kit/postgres/database.ts';

/** Why a batch was not taken. Stable: processes act on them, and the documentation explains them. */
export type Refusal =
  /** 400: no batch of the log that the path names. */
  | 'malformed'
  /** 403: the checkpoint is not signed by the log's own key. */
  | 'signature'
  /** 409: records between these and what is held are missing. Go on at `size`. */
  | 'gap'
  /** 409: the log is shorter than what is held of it. */
  | 'rolled-back'
  /** 409: the log is another than the one that is held. */
  | 'forked'
  /** 409: a line that the log's key vouches for is no record of it with its number. */
  | 'no-record';

export interface ReceiverParts {
  readonly database: Database;
  /** By the public halves of the logs' keys (`createCheckpointVerifier`). */
  readonly isSigned: (checkpoint: Checkpoint) => boolean;
  readonly alerts: AlertSettings;
  /** Told of every alert that became due, once it is kept. */
  readonly onAlert: (alert: Alert) => void;
}

/** What of a batch is new, and the tree with it; or why it cannot be taken. */
type Judgement =
  | { readonly fresh: readonly string[]; readonly frontier: MerkleFrontier }
  | { readonly refused: Extract<Refusal, 'gap' | 'rolled-back' | 'forked'> };

/**
 * Takes what a process sends of its log: the records that are new, if together with those held they are the
 * beginning of the tree that the log's key signed.
 * The same batch again changes nothing. What contradicts the records held is refused, and is an alert. Throws `DatabaseError`.
 */
export async function receive(parts: ReceiverParts, log: string, body: string): Promise<DoorAnswer> {
  const batch = parseBatch(log, body);
  if (batch === null) return { status: 400, body: { reason: 'malformed' satisfies Refusal } };
  if (!parts.isSigned(batch.checkpoint)) return { status: 403, body: { reason: 'signature' satisfies Refusal } };
  const { answer, alerts } = await receivingAlone(parts.database, (statements) => add(parts, statements, batch));
  for (const alert of alerts) parts.onAlert(alert);
  return answer;
}

async function add(
  { alerts: { rules, hours } }: ReceiverParts,
  statements: Statements,
  batch: Batch,
): Promise<{ answer: DoorAnswer; alerts: readonly Alert[] }> {
  const { log } = batch.checkpoint;
  const held = await heldLog(statements, log);
  const judgement = judge(batch, held, await linesOf(statements, log, batch.after, batch.lines.length));
  if ('refused' in judgement) return refuse(judgement.refused);
  const { fresh, frontier } = judgement;
  const received = readRecords(log, held.size, fresh);
  if (received === null) return refuse('no-record');
  if (received.length > 0) {
    await addRecords(statements, log, received);
    const checkpoint = formatCheckpoint(batch.checkpoint);
    await addCheckpoint(statements, { log, size: frontier.size, checkpoint, frontier, consistency: batch.consistency });
    if (log === GATEWAY) await noteLogins(statements, received);
  }
  const signals = signalsOf(
    received.map(({ record }) => record),
    rules,
    hours,
  );
  const alerts = await keepSignals(statements, signals, rules);
  return { answer: { status: 200, body: stateOf(frontier) }, alerts };

  async function refuse(reason: Refusal) {
    const body = { reason, ...stateOf(held.frontier) };
    const answer = { status: 409, body };
    if (reason === 'gap') return { answer, alerts: [] };
    const rule = reason === 'rolled-back' ? 'log.rolled-back' : 'log.forked';
    return { answer, alerts: await keepNotice(statements, signalNow(rule, log), LOG_ALERTS) };
  }
}

/** Whose log tells of logins: tokens come to nobody else, and no other process has a say in who holds which role. */
const GATEWAY = 'gateway';

/** Accounts are kept up by what the gateway says of logins. */
async function noteLogins(statements: Statements, received: readonly ReceivedRecord[]): Promise<void> {
  for (const { record } of received) {
    const { event, actor: subject, roles, agency, at } = record;
    if (event === 'login' && subject !== null) await sawLogin(statements, { subject, roles, agency, at: new Date(at) });
  }
}

/** How far the store has got with a log: what the process goes on from. */
export function stateOf(frontier: MerkleFrontier): { readonly size: number; readonly root: string } {
  return { size: frontier.size, root: frontier.root().toString('base64') };
}

/** `known`: the lines held with the same numbers as the batch's, as far as there are any. */
function judge(
  { after, lines, checkpoint, consistency }: Batch,
  { size, frontier, checkpoint: lastLine }: HeldLog,
  known: readonly string[],
): Judgement {
  if (after > size) return { refused: 'gap' };
  if (lines.length === 0 && after < size) return { refused: 'rolled-back' };
  if (known.some((line, index) => line !== lines[index])) return { refused: 'forked' };
  // Every line of a batch that ends before what is held is held already.
  if (after + lines.length < size) return { fresh: [], frontier };
  // The last checkpoint may be of more records than have come: they must be those.
  const last = lastLine === null ? null : parseCheckpoint(lastLine);
  if (last !== null && checkpoint.size < last.size) return { refused: 'rolled-back' };
  const fresh = lines.slice(known.length);
  const grown = new MerkleFrontier(size, frontier.peaks);
  for (const line of fresh) {
    grown.append(leafHash(line));
    if (grown.size === last?.size && !grown.root().equals(rootIn(last))) return { refused: 'forked' };
  }
  return verifyConsistency(grown.size, grown.root(), checkpoint.size, rootIn(checkpoint), consistency)
    ? { fresh, frontier: grown }
    : { refused: 'forked' };
}

function rootIn({ root }: Checkpoint): Buffer {
  return Buffer.from(root, 'base64');
}
