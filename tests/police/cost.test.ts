import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type { PoliceSystem } from '#adapters/systems/police/port.ts';
import { bulkNumber } from '#tests/police/bulk.ts';
import { CASE_1, CASE_2, CASE_3, call, numbers, PATIENT, type Stack, startStack } from '#tests/police/harness.ts';

jest.setTimeout(30_000); // a watchdog

let stack: Stack;
let system: PoliceSystem;
beforeAll(async () => {
  stack = await startStack();
  system = stack.system(PATIENT);
});
afterAll(() => stack.stop());
beforeEach(() => stack.simulator.resetCalls());

type Ask = (keys: ReturnType<typeof numbers>, by: LegacyCall) => Promise<Map<string, unknown>>;
const KINDS: [kind: string, view: string, ask: Ask][] = [
  ['facts', 'V_AJQX', (keys, by) => system.caseFacts(keys, by)],
  ['cases', 'V_AJXX', (keys, by) => system.casesByNumber(keys, by)],
  ['parties', 'V_AJRY', (keys, by) => system.partiesByCase(keys, by)],
  ['measures', 'V_QZCS', (keys, by) => system.measuresByCase(keys, by)],
  ['custody', 'V_ZYHY', (keys, by) => system.custodyByCase(keys, by)],
  ['documents', 'V_WSQD', (keys, by) => system.documentsByCase(keys, by)],
  ['transfers', 'V_YSCL', (keys, by) => system.transfersByCase(keys, by)],
];
const many = Array.from({ length: 51 }, (_, index) => bulkNumber(index));

describe.each(KINDS)('%s', (_, view, ask) => {
  it.each([
    ['one case', [CASE_1], 1, 1],
    ['three cases', [CASE_1, CASE_2, CASE_3], 1, 3],
    ['a case asked twice', [CASE_1, CASE_1], 1, 1],
    ['51 cases, none known', many, 2, 0],
    ['none', [], 0, 0],
  ])('of %s', async (_, keys, statements, found) => {
    expect((await ask(numbers(...keys), call)).size).toBe(found);
    expect(stack.simulator.calls()).toEqual(statements === 0 ? {} : { [view]: statements });
  });
});

it('pending hand-overs cost one statement, known centre or not', async () => {
  for (const detentionCentre of ['DETENTION-379999', 'COURT-379999', 'NOBODY']) {
    await system.handoversByCentre({ detentionCentre, pendingOnly: true, first: 20, after: null }, call);
  }
  expect(stack.simulator.calls()).toEqual({ V_ZYHY: 3 });
});

it('a ping asks nobody', async () => {
  await system.ping(call);
  expect(stack.simulator.calls()).toEqual({ DUAL: 1 });
});
