import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { BreakerState, CallObserver, SessionState, SystemState } from '#adapters/connector/observe.ts';

const CALL = ['system', 'operation'] as const;
/** Seconds: from a look at a warm cache to the longest that a call may take. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];
const BREAKER_STATES: readonly BreakerState[] = ['closed', 'half-open', 'open'];

/** Counts calls into a registry. Gauges are read from the systems whenever the registry is. */
export function createCallMetrics(registry: Registry): CallObserver {
  const common = { registers: [registry] };
  const calls = new Counter({
    ...common,
    name: 'zhengfa_legacy_calls_total',
    help: 'Calls asked for, by what became of them',
    labelNames: [...CALL, 'outcome'],
  });
  const attempts = new Counter({
    ...common,
    name: 'zhengfa_legacy_attempts_total',
    help: 'How often the system itself was asked',
    labelNames: CALL,
  });
  const duration = new Histogram({
    ...common,
    name: 'zhengfa_legacy_call_duration_seconds',
    help: 'From asking to the outcome, the queue included',
    labelNames: CALL,
    buckets: BUCKETS,
  });
  const queue = new Histogram({
    ...common,
    name: 'zhengfa_legacy_queue_seconds',
    help: 'Before a call began',
    labelNames: ['system'],
    buckets: BUCKETS,
  });
  const bytes = new Counter({
    ...common,
    name: 'zhengfa_legacy_bytes_total',
    help: 'Bytes of replies, decompressed',
    labelNames: CALL,
  });
  const rows = new Counter({ ...common, name: 'zhengfa_legacy_rows_total', help: 'Rows of replies', labelNames: CALL });
  const systems = watchSystems(registry);
  const sessions = watchSessions(registry);
  return {
    began: (system, operation) => ({
      ended(result) {
        calls.inc({ system, operation, outcome: result.outcome });
        attempts.inc({ system, operation }, result.attempts);
        duration.observe({ system, operation }, result.durationMs / 1000);
        queue.observe({ system }, result.queueMs / 1000);
        bytes.inc({ system, operation }, result.bytes);
        rows.inc({ system, operation }, result.rows);
      },
    }),
    watchSystem: systems,
    watchSessions: sessions,
  };
}

function watchSystems(registry: Registry) {
  const { watched, watch } = watching<SystemState>();
  const gauge = (name: string, help: string, of: 'running' | 'waiting') =>
    new Gauge({
      name,
      help,
      labelNames: ['system'],
      registers: [registry],
      collect() {
        this.reset();
        for (const { system, state } of watched) this.inc({ system }, state()[of]);
      },
    });
  gauge('zhengfa_legacy_running', 'Calls under way', 'running');
  gauge('zhengfa_legacy_waiting', 'Calls that wait for their turn', 'waiting');
  new Gauge({
    name: 'zhengfa_legacy_breaker_state',
    help: '1 for the state that the circuit breaker is in',
    labelNames: ['system', 'state'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { system, state } of watched) {
        const { breaker } = state();
        for (const each of BREAKER_STATES) this.inc({ system, state: each }, each === breaker ? 1 : 0);
      }
    },
  });
  return watch;
}

function watchSessions(registry: Registry) {
  const { watched, watch } = watching<SessionState>();
  new Gauge({
    name: 'zhengfa_legacy_sessions',
    help: 'Sessions of the pool: open, and of these busy',
    labelNames: ['system', 'state'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { system, state } of watched) {
        const { open, busy } = state();
        this.inc({ system, state: 'open' }, open);
        this.inc({ system, state: 'busy' }, busy);
      }
    },
  });
  return watch;
}

/** What is watched, until it is let go of. */
function watching<State>() {
  const watched = new Set<{ readonly system: string; readonly state: () => State }>();
  const watch = (system: string, state: () => State) => {
    const entry = { system, state };
    watched.add(entry);
    return () => {
      watched.delete(entry);
    };
  };
  return { watched, watch };
}
