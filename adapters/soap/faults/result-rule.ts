import { accountRefused, unavailable, unreadable } from '#adapters/connector/failures.ts';
import { detailCode, textAt } from '#adapters/soap/faults/answering-fault.ts';
import { saysAccountRefused, saysExpired } from '#adapters/soap/faults/sentences.ts';
import type { XmlRecord } from '#adapters/soap/value.ts';

/** How a system that answers everything with 200 says in the body what became of a call. */
export interface ResultRule {
  /** The elements that lead to the code. */
  readonly codeAt: readonly string[];
  /** Codes of success. */
  readonly success: ReadonlySet<string>;
  /** Codes of failure that are answers ("there is none"), and what a call gives for them. @default none */
  readonly answers?: ReadonlyMap<string, XmlRecord>;
  /** Codes of failure after which the same call may succeed. @default none */
  readonly retryable?: ReadonlySet<string>;
  /** The other codes of failure; one that is none of all these cannot be read. @default none */
  readonly failures?: ReadonlySet<string>;
  /**
   * The elements that lead to the sentence beside the code, where a code alone does not tell that our account was refused.
   * The sentence is compared and never kept. @default codes tell all
   */
  readonly sentenceAt?: readonly string[];
}

/**
 * The reply, or the answer that its code stands for.
 * @throws LegacyFailure for a failure, and DEPARTMENT_DATA_INVALID for a code that the rule does not know
 */
export function judgeResult(reply: XmlRecord, rule: ResultRule): XmlRecord {
  const code = detailCode(reply, rule.codeAt);
  if (code === null) throw unreadable('the reply has no result code');
  if (rule.success.has(code)) return reply;
  const answer = rule.answers?.get(code);
  if (answer) return answer;
  const facts = { resultCode: code };
  const isRetryable = rule.retryable?.has(code) ?? false;
  if (!isRetryable && !rule.failures?.has(code))
    throw unreadable('the reply has a result code that we do not know', facts);
  const sentence = (rule.sentenceAt && textAt(reply, rule.sentenceAt)) ?? '';
  if (saysExpired(sentence)) throw accountRefused('the password of our account has expired', facts);
  if (saysAccountRefused(sentence)) throw accountRefused('the system refuses our account', facts);
  throw unavailable('the system answered that it failed', isRetryable, facts);
}
