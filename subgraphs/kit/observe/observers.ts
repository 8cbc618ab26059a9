import type { CallObserver } from '#adapters/connector/observe.ts';

/** Tells each of several observers. */
export function observers(...all: readonly CallObserver[]): CallObserver {
  return {
    began(system, operation) {
      const calls = all.map((each) => each.began(system, operation));
      return {
        ended(result) {
          for (const call of calls) call.ended(result);
        },
      };
    },
    watchSystem: (system, state) => together(all.map((each) => each.watchSystem(system, state))),
    watchSessions: (system, state) => together(all.map((each) => each.watchSessions(system, state))),
  };
}

function together(ends: readonly (() => void)[]): () => void {
  return () => {
    for (const end of ends) end();
  };
}
