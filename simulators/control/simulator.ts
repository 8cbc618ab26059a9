/** What all stand-ins have in common: they count what they serve, and fail when they are told to. */

export type Fault =
  | { readonly mode: 'none' }
  /** The port is closed; open connections are cut. */
  | { readonly mode: 'down' }
  /** Every answer comes `delayMs` late. */
  | { readonly mode: 'slow'; readonly delayMs: number }
  /** Connections are accepted and requests read, but nothing is ever answered. */
  | { readonly mode: 'hang' }
  /** Answers are damaged; which kinds there are is each stand-in's own list (`garbageKinds`). */
  | { readonly mode: 'garbage'; readonly kind: string }
  /** One record of an answer is damaged; which kinds there are is each stand-in's own list (`dataKinds`). */
  | { readonly mode: 'data'; readonly kind: string };

export interface Simulator {
  readonly name: string;
  readonly port: number;
  readonly garbageKinds: readonly string[];
  readonly dataKinds: readonly string[];
  /** Calls served since the last reset, by operation or statement name. */
  calls(): Readonly<Record<string, number>>;
  resetCalls(): void;
  /** Connections of clients that are open right now. */
  openConnections(): number;
  setFault(fault: Fault): Promise<void>;
  close(): Promise<void>;
}

/** A counter by name, the one way in which stand-ins count. */
export class CallCounter {
  #calls = new Map<string, number>();

  count(operation: string): void {
    this.#calls.set(operation, (this.#calls.get(operation) ?? 0) + 1);
  }

  read(): Record<string, number> {
    return Object.fromEntries([...this.#calls].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  reset(): void {
    this.#calls.clear();
  }
}
