import type { SubgraphName } from '#auth/envelope/envelope.ts';

/** Where the demo is to be found that the tests share, or that one file started for itself. */
export interface Stack {
  readonly graphUrl: string;
  readonly issuer: string;
  readonly controlUrl: string;
  readonly dataDir: string;
  /** Of the subgraphs' process. */
  readonly metricsUrl: string;
  readonly subgraphUrls: Readonly<Record<SubgraphName, string>>;
}

const VARIABLE = 'ZHENGFA_TEST_STACK';

export function announceStack(stack: Stack): void {
  process.env[VARIABLE] = JSON.stringify(stack);
}

export function stack(): Stack {
  const text = process.env[VARIABLE];
  if (!text) throw new Error('the tests of the graph run in the Jest project "graph", which starts the demo for them');
  return JSON.parse(text) as Stack;
}
