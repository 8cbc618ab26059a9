import { announceStack } from '#tests/harness/stack.ts';
import { type RunningStack, startStack } from '#tests/harness/start-stack.ts';

let running: RunningStack | undefined;

/** Starts one demo for all tests of the graph. */
export default async function setup(): Promise<void> {
  running = await startStack();
  announceStack(running);
}

export async function stopStack(): Promise<void> {
  await running?.stop();
}
