import type { Tally } from '#adapters/connector/attempt.ts';
import { LegacyFailure } from '#adapters/connector/failures.ts';
import type { GuardOptions } from '#adapters/connector/guard.ts';
import { type CallOutcome, type SystemState, UNOBSERVED } from '#adapters/connector/observe.ts';
import { TurnedAway } from '#adapters/connector/turned-away.ts';
import { inChinaTime } from '#schema/calendar.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';

/** The methods of a pino logger that are called. */
export interface ConnectorLogger {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** What is told of one call: to the log and to whoever watches. */
export interface CallReport {
  /** Counted by the attempts; zeros for one that joined another's call. */
  readonly tally: Tally;
  answered(isShared: boolean): void;
  /** The system failed, and the read is tried once more. */
  triedAgain(failure: LegacyFailure): void;
  /** @returns what the caller is to be thrown */
  failed(error: unknown): unknown;
}

/** Tells of each call by operation and request. What the guard itself turned away is no news: it is counted, and logged for debugging only. */
export function reporter(
  { department, system, protocol, logger, observer = UNOBSERVED }: GuardOptions,
  state: () => SystemState,
): (operation: string, requestId: string) => CallReport {
  return (operation, requestId) => {
    const fields = { system, operation, requestId };
    const watched = observer.began(system, operation);
    const askedAt = performance.now();
    const tally: Tally = { attempts: 0, bytes: 0, rows: 0, beganAt: null };

    function ended(outcome: CallOutcome): void {
      const endedAt = performance.now();
      const { attempts, bytes, rows, beganAt } = tally;
      const [durationMs, queueMs] = [endedAt - askedAt, (beganAt ?? endedAt) - askedAt];
      watched.ended({ outcome, durationMs, queueMs, attempts, bytes, rows, breaker: state().breaker });
    }

    return {
      tally,
      answered(isShared) {
        logger?.debug(fields, `${protocol} call ${isShared ? 'shared' : 'answered'}`);
        ended(isShared ? 'shared' : 'ok');
      },
      triedAgain({ code, message: reason, facts }) {
        logger?.warn({ ...fields, code, reason, ...facts }, `${protocol} call failed, tried again`);
      },
      failed(error) {
        if (!(error instanceof LegacyFailure)) {
          ended('refused');
          return error;
        }
        const { code, retryable, facts, message: reason } = error;
        const outcome = error instanceof TurnedAway ? error.outcome : code;
        const lines = { ...fields, code, reason, ...facts };
        if (error instanceof TurnedAway) logger?.debug({ ...lines, outcome }, `${protocol} call turned away`);
        else logger?.warn(lines, `${protocol} call failed`);
        ended(outcome);
        const opens = error instanceof TurnedAway && error.opensAt !== undefined && inChinaTime(error.opensAt);
        return new DepartmentError(code, {
          ...{ department, system, retryable, cause: error },
          ...(opens && { opensAt: opens }),
        });
      },
    };
  };
}
