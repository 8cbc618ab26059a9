import { unreadable } from '#adapters/connector/failures.ts';
import type { Attempt } from '#adapters/connector/guard.ts';
import { detailCode, type FaultDetail } from '#adapters/soap/faults/answering-fault.ts';
import { faultFailure } from '#adapters/soap/faults/fault-failure.ts';
import { judgeResult, type ResultRule } from '#adapters/soap/faults/result-rule.ts';
import type { HttpReply } from '#adapters/soap/http/exchange.ts';
import type { Reply } from '#adapters/soap/read/reply.ts';
import { createReplyReader } from '#adapters/soap/read/reply-reader.ts';
import { type ReadingOptions, readReply, saidIn, takeSteps } from '#adapters/soap/reply.ts';
import { notSigned } from '#adapters/soap/security/signed-parts.ts';
import type { XmlRecord } from '#adapters/soap/value.ts';
import type { Operation, ServiceDescription, ServicePort } from '#adapters/soap/wsdl/model.ts';

export interface AnswerOptions {
  readonly port: ServicePort;
  readonly schemas: ServiceDescription['schemas'];
  readonly reading: ReadingOptions;
  /** Of the system. */
  readonly rules: { readonly faultDetail: FaultDetail | undefined; readonly resultRule: ResultRule | undefined };
}

/** What an operation of one way gives. */
const NOTHING: XmlRecord = {};

/**
 * The answer in a reply, by the schemas and the rules of the system.
 * @throws LegacyFailure where it is none: a fault, a code of failure, or what cannot be read
 */
export async function readAnswer(
  http: HttpReply,
  operation: Operation,
  attempt: Attempt,
  { port, schemas, reading, rules }: AnswerOptions,
): Promise<XmlRecord> {
  const said = operation.output === null && http.status < 300 ? await saidIn(http) : http;
  if (said === null) return NOTHING;
  const reader = createReplyReader({ operation, version: port.version, schemas });
  const isTheirs = await readReply(said, reader, attempt, reading);
  await takeSteps(reader.steps(), attempt.signal);
  const reply = reader.finish();
  if (reply.kind === 'fault') return answerOfFault(reply, http.status, isTheirs ? rules.faultDetail : undefined);
  if (!isTheirs) throw notSigned('it is an answer with the status of a fault');
  if (http.status >= 300) throw unreadable('an answer with the status of a fault', { status: http.status });
  return rules.resultRule ? judgeResult(reply.record, rules.resultRule) : reply.record;
}

/** @param rule none where the fault may be anybody's: then it is a failure, whatever it says */
function answerOfFault({ fault }: Extract<Reply, { kind: 'fault' }>, status: number, rule?: FaultDetail) {
  const code = rule ? detailCode(fault.detail, rule.codeAt) : null;
  const answer = code !== null && status !== 200 ? rule?.answers.get(code) : undefined;
  if (answer) return answer;
  throw faultFailure(fault, status, code);
}
