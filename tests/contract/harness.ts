import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { PEOPLE } from '#demo/world/people.ts';
import { LAWYERS, STAFF } from '#demo/world/staff.ts';
import type { Simulator } from '#simulators/control/simulator.ts';
import type { ContractSystem, StartedSystem, SystemPort } from '#tests/contract/system.ts';
import { until } from '#tests/harness/until.ts';

/** Short, since tests wait for it; a call that is answered takes a fraction of it on a busy machine too. */
const SHORT_MS = 3000;
/** So long that nothing but the caller can have ended a call. */
export const PATIENT_MS = 60_000;

/** What a case works on; port and logs are new for each, the stand-in is shared and fails no more. */
export interface Opened {
  simulator: Simulator;
  port: SystemPort;
  /** A further port, closed after the case. */
  open(timeoutMs: number): Promise<SystemPort>;
  /** Every line that a port has written so far. */
  readonly logged: readonly unknown[];
}

/** Registers the hooks. */
export function withSystem(system: ContractSystem): Opened {
  let started: StartedSystem;
  const ports: SystemPort[] = [];
  const logged: unknown[] = [];
  const line = (fields: object, message: string) => void logged.push({ ...fields, message });
  const open = async (timeoutMs: number) => {
    const port = await started.open({ timeoutMs, logger: { debug: line, warn: line } });
    ports.push(port);
    return port;
  };
  const opened = Object.assign({} as Opened, { open, logged });
  beforeAll(async () => {
    started = await system.start();
    opened.simulator = started.simulator;
  }, 60_000);
  afterAll(() => started.stop());
  beforeEach(async () => {
    opened.port = await open(SHORT_MS);
    started.simulator.resetCalls();
  });
  afterEach(async () => {
    await started.simulator.setFault({ mode: 'none' });
    await Promise.all(ports.splice(0).map((port) => port.close()));
    await until(() => started.simulator.openConnections() === 0);
  });
  return opened;
}

const PERSONAL = [...Object.values(PEOPLE), ...Object.values(STAFF), ...Object.values(LAWYERS)].flatMap((person) =>
  Object.entries(person).flatMap(([field, value]) =>
    ['name', 'idNumber', 'phone', 'licenceNo'].includes(field) && typeof value === 'string' ? [value] : [],
  ),
);

/** Which of the demo's names, identity, telephone and licence numbers stand anywhere in it: messages, causes, stacks, hidden fields. */
export function personalIn(value: unknown): string[] {
  const text = inspect(value, { depth: null, showHidden: true, maxArrayLength: null, maxStringLength: null });
  return PERSONAL.filter((personal) => text.includes(personal));
}
