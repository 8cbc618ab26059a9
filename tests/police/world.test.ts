import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PoliceSystem } from '#adapters/systems/police/port.ts';
import {
  CASE_7,
  CASE_12,
  call,
  numbers,
  OTHER_COUNTY,
  PATIENT,
  PROTECTED,
  SEALED,
  type Stack,
  startStack,
} from '#tests/police/harness.ts';

jest.setTimeout(30_000); // a watchdog

let stack: Stack;
let system: PoliceSystem;
beforeAll(async () => {
  stack = await startStack();
  system = stack.system(PATIENT);
});
afterAll(() => stack.stop());

/** The one thing of its kind that the system has of the case. */
async function only<Item>(
  ask: (keys: ReturnType<typeof numbers>, by: typeof call) => Promise<Map<string, readonly Item[]>>,
  number: string,
): Promise<Item | undefined> {
  const [first, ...others] = (await ask(numbers(number), call)).get(number) ?? [];
  expect(others).toEqual([]);
  return first;
}

const record = async (number: string) =>
  (await system.casesByNumber(numbers(number), call)).get(numbers(number)[0] as never);

it.each([
  [SEALED, 'TRANSFERRED_FOR_PROSECUTION', '2023-07-12', ['GA0005']],
  [PROTECTED, 'TRANSFERRED_FOR_PROSECUTION', '2025-02-18', ['GA0001']],
  [CASE_7, 'INVESTIGATING', '2025-05-21', ['GA0001']],
  [OTHER_COUNTY, 'INVESTIGATING', '2025-04-15', ['GB0001']],
  [CASE_12, 'TRANSFERRED_FOR_PROSECUTION', '2025-01-14', ['GA0002']],
])('the record %s is %s, filed on %s, with %p', async (number, status, filedOn, staffNos) => {
  const { handlers, ...rest } = (await record(number)) ?? {};
  expect(rest).toMatchObject({ status, filedOn, supplementRound: 0 });
  expect(handlers?.map(({ staffNo }) => staffNo)).toEqual(staffNos);
});

it.each([
  [SEALED, 'BAIL', '2024-07-13', '2024-07-12'],
  [PROTECTED, 'RESIDENTIAL_SURVEILLANCE', '2025-08-20', null],
  [CASE_7, 'BAIL', '2026-05-22', null],
  [OTHER_COUNTY, 'DESIGNATED_RES_SURV', '2025-10-18', null],
  // Effective that day: WORLD 4.1.
  [CASE_12, 'BAIL', '2026-01-15', '2025-05-27'],
])('the measure of %s is %s to %s, ended %p', async (number, kind, limitOn, endedOn) => {
  expect(await only(system.measuresByCase, number)).toMatchObject({ kind, limitOn, endedOn });
});

describe('packages that the police sent', () => {
  it('case 6: the referral that was accepted on 2025-05-30', async () => {
    expect(await only(system.transfersByCase, PROTECTED)).toMatchObject({
      ...{ kind: 'PROSECUTION_REFERRAL', status: 'COMPLETED', receivedAt: '2025-05-30T10:10:00+08:00' },
      partyKeys: ['R3799990000002025020061'],
      documents: [{ documentKey: 'WS379999202502000602', number: '虚公（刑）诉字〔2025〕00018号' }],
    });
  });

  it('case 7: the request for arrest, though its number never came back', async () => {
    expect((await record(CASE_7))?.linkedNumbers).toEqual([]);
    expect(await only(system.transfersByCase, CASE_7)).toMatchObject({
      ...{ kind: 'ARREST_REQUEST', status: 'COMPLETED', to: 'PROC-379999', receivedAt: '2025-06-10T11:00:00+08:00' },
      documents: [{ documentKey: 'WS379999202505000701', number: '虚公（刑）提捕字〔2025〕00020号' }],
    });
  });

  it('case 12: the referral of 2025-02-28', async () => {
    expect(await only(system.transfersByCase, CASE_12)).toMatchObject({
      ...{ kind: 'PROSECUTION_REFERRAL', status: 'COMPLETED', receivedAt: '2025-02-28T10:00:00+08:00' },
      documents: [{ number: '虚公（刑）诉字〔2025〕00004号' }],
    });
  });
});

it('the other county has its own bureau in every place', async () => {
  expect(await only(system.measuresByCase, OTHER_COUNTY)).toMatchObject({
    decidedBy: 'POLICE-439999',
    executedBy: 'POLICE-439999',
  });
  expect((await record(OTHER_COUNTY))?.handlingUnit).toMatchObject({ code: '439999050000' });
});
