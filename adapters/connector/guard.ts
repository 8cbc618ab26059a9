import type { Attempt } from '#adapters/connector/attempt.ts';
import type { LegacyFailure } from '#adapters/connector/failures.ts';
import type { LegacyLimits } from '#adapters/connector/limits.ts';
import { opensAt } from '#adapters/connector/maintenance.ts';
import { type CallObserver, UNOBSERVED } from '#adapters/connector/observe.ts';
import { type ConnectorLogger, reporter } from '#adapters/connector/report.ts';
import { Sharing } from '#adapters/connector/sharing.ts';
import { TurnedAway } from '#adapters/connector/turned-away.ts';
import { createWay } from '#adapters/connector/way.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type { Department, SystemName } from '#schema/departments.ts';

export type { Attempt } from '#adapters/connector/attempt.ts';
export type { ConnectorLogger } from '#adapters/connector/report.ts';

export interface GuardOptions {
  /** Whom errors name. */
  readonly department: Department;
  readonly system: SystemName;
  /** What a line of the log begins with: `soap call failed`. */
  readonly protocol: 'soap' | 'oracle';
  readonly limits: LegacyLimits;
  /** The failure behind what an attempt throws. What is no failure of the system (an argument of ours that cannot be sent) it throws on as it is. */
  readonly failureOf: (error: unknown) => LegacyFailure;
  /** @default none */
  readonly logger?: ConnectorLogger | undefined;
  /** @default nobody watches */
  readonly observer?: CallObserver | undefined;
}

/** One call as the guard has to know it. */
export interface GuardedCall {
  /** A name of ours or of the WSDL: it stands in log and metrics. */
  readonly operation: string;
  /** Marked by the port: nothing changes at the system, so it may be tried again and shared. */
  readonly isRead: boolean;
  /** What makes two calls equal: operation and arguments, never logged and not kept; `null`: never shared. Values of a shared call are read only. */
  readonly shareKey: string | null;
  readonly call: LegacyCall;
}

/** Stands between a port and its system: what is scarce is shared out, what fails is left alone for a while. */
export interface Guard {
  /**
   * @throws DepartmentError for every failure: the system's, no place, no time, closed for maintenance. Its `cause` is for the log.
   * What `failureOf` throws on is thrown as it is.
   */
  run<T>(what: GuardedCall, work: (attempt: Attempt) => Promise<T>): Promise<T>;
  /** Later calls are refused; those that wait too. Resolves when what is under way has ended. */
  close(): Promise<void>;
}

/**
 * In this order: closed for maintenance? an equal read under way? breaker open? within the rate? a place, or one in the queue? then the work,
 * under the timeouts; and again where it is a read that failed and may be tried again. What may not go on is turned away at once.
 */
export function createGuard(options: GuardOptions): Guard {
  const { system, limits, observer = UNOBSERVED } = options;
  const way = createWay(options);
  const sharing = new Sharing();
  const report = reporter(options, way.state);
  const unwatch = observer.watchSystem(system, way.state);

  return {
    async run(what, work) {
      const { operation, isRead, shareKey, call } = what;
      const told = report(operation, call.requestId);
      const parts = isRead && shareKey !== null ? [call.rights, operation, shareKey] : null;
      try {
        requireOpen(limits.closed);
        const go = (signal: AbortSignal) => way.go(work, { isRead, signal, told });
        const { value, isShared } = await sharing.join(parts, call.signal, go);
        told.answered(isShared);
        return value;
      } catch (error) {
        throw told.failed(error);
      } finally {
        if (!isRead) sharing.part(); // a read from before the change would hide it from who asks after it
      }
    },
    async close() {
      unwatch();
      await way.close();
    },
  };
}

/** @throws TurnedAway with the time at which the system opens. */
function requireOpen(closed: LegacyLimits['closed']): void {
  const reopens = opensAt(closed, Date.now());
  if (reopens !== null) throw new TurnedAway('maintenance', 'the system is closed', { opensAt: reopens });
}
