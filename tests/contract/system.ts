import type { ConnectorLogger } from '#adapters/connector/guard.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type { Department, SystemName } from '#schema/departments.ts';
import type { Simulator } from '#simulators/control/simulator.ts';

/** What the suite has to know of a system: nothing but this differs between them. */
export interface ContractSystem {
  readonly name: string;
  /** Whom errors name. */
  readonly department: Department;
  readonly system: SystemName;
  /** Every question of the port that takes a list of keys. */
  readonly questions: Readonly<Record<string, Question>>;
  /** The port's methods of another form, which the system's own tests cover. @default none */
  readonly others?: readonly string[];
  /** Where its answers hold nothing personal that could get out. @default false */
  readonly impersonal?: boolean;
  /** Starts the stand-in with the demo's rows. */
  start(): Promise<StartedSystem>;
}

export interface Question {
  /** The name by which the stand-in counts it. */
  readonly countedAs: string;
  /** Canonical keys that the system knows, two at least. */
  readonly known: readonly string[];
  /** A well-formed key that it does not know; another one for each index. */
  unknown(index: number): string;
}

export interface StartedSystem {
  readonly simulator: Simulator;
  /** A port with one timeout for everything that it waits for. */
  open(settings: { readonly timeoutMs: number; readonly logger: ConnectorLogger }): Promise<SystemPort>;
  stop(): Promise<void>;
}

/** What the two methods of every port are, and what all the others have in common. */
export type SystemPort = {
  ping(call: LegacyCall): Promise<void>;
  close(): Promise<void>;
} & Readonly<Record<string, Ask>>;

export type Ask = (keys: readonly string[], call: LegacyCall) => Promise<ReadonlyMap<string, unknown>>;

/** Sees a port as the suite does. Its questions are what `questions` says; that none is left out is the suite's first case. */
export function asSystemPort(port: { ping(call: LegacyCall): Promise<void>; close(): Promise<void> }): SystemPort {
  return port as unknown as SystemPort;
}
