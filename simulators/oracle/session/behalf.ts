import type { EndToEnd } from '#simulators/oracle/engine.ts';

/** Numbers and never what a client said. */
export interface BehalfCounts {
  readonly statements: number;
  readonly clientId: number;
  readonly module: number;
  readonly action: number;
}

/** Counts statements by what their session says of those on whose behalf it works. */
export class BehalfCounter {
  #counts: BehalfCounts = { statements: 0, clientId: 0, module: 0, action: 0 };

  add({ clientId, module, action }: EndToEnd): void {
    const { statements, ...said } = this.#counts;
    this.#counts = {
      statements: statements + 1,
      clientId: said.clientId + (clientId ? 1 : 0),
      module: said.module + (module ? 1 : 0),
      action: said.action + (action ? 1 : 0),
    };
  }

  read(): BehalfCounts {
    return this.#counts;
  }
}
