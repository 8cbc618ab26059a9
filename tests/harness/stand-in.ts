import type { SystemName } from '#schema/departments.ts';
import { stack } from '#tests/harness/stack.ts';

export interface StandInState {
  readonly name: string;
  readonly calls: Readonly<Record<string, number>>;
  readonly openConnections: number;
}

/** A stand-in of the shared demo, through its control port. */
export function standIn(name: SystemName | 'keycloak') {
  const ask = async (action = '', body?: unknown): Promise<StandInState> => {
    const response = await fetch(
      `${stack().controlUrl}/${name}${action}`,
      body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
    );
    if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
    return (await response.json()) as StandInState;
  };
  return {
    state: () => ask(),
    /** From now on it fails like this, until told otherwise. */
    fails: (fault: { mode: string; [detail: string]: unknown }) => ask('/fault', fault),
    recovers: () => ask('/fault', { mode: 'none' }),
    /** Calls that `work` causes. */
    async callsDuring(work: () => Promise<unknown>): Promise<Readonly<Record<string, number>>> {
      await ask('/reset', {});
      await work();
      return (await ask()).calls;
    },
  };
}
