import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PoliceSystem } from '#adapters/systems/police/port.ts';
import { policeRows } from '#demo/systems/police.ts';
import { POLICE_PEOPLE } from '#demo/systems/police-people.ts';
import { call, LABELLED, numbers, PATIENT, SEALED, type Stack, startStack } from '#tests/police/harness.ts';

jest.setTimeout(30_000); // a watchdog

const { T_AJ } = policeRows();
const EVERY_CASE = numbers(...T_AJ.map(({ AJBH }) => AJBH));
const PROTECTED_NAMES = [POLICE_PEOPLE.chen.name, POLICE_PEOPLE.xu.name];

let stack: Stack;
let system: PoliceSystem;
beforeAll(async () => {
  stack = await startStack();
  system = stack.system(PATIENT);
});
afterAll(() => stack.stop());

/** Everything that the methods give of all cases, but for the page. */
async function everything(keys = EVERY_CASE): Promise<string> {
  const answers: Map<string, unknown>[] = await Promise.all([
    system.caseFacts(keys, call),
    system.casesByNumber(keys, call),
    system.partiesByCase(keys, call),
    system.measuresByCase(keys, call),
    system.custodyByCase(keys, call),
    system.documentsByCase(keys, call),
    system.transfersByCase(keys, call),
    system.pendingHandovers(['DETENTION-379999'], call),
  ]);
  return JSON.stringify(answers.map((answer) => [...answer]));
}

/** Those of `secrets` that stand in it. */
const foundIn = (text: string, secrets: readonly string[]) => secrets.filter((secret) => text.includes(secret));

const people = Object.values(POLICE_PEOPLE);
const narratives = T_AJ.map(({ JYAQ }) => JYAQ);
const titles = T_AJ.map(({ AJMC }) => AJMC);
const idNumbers = people.map(({ idNumber }) => idNumber);
const phones = people.flatMap(({ phone }) => phone ?? []);

describe('in the wide view stands', () => {
  it('the narrative, with all that it tells: what follows could fail', async () => {
    const rows = await stack.connector().query('SELECT AJMC, JYAQ FROM GABA.V_AJXX', [], call);
    const text = JSON.stringify(rows);
    expect(foundIn(text, narratives)).toEqual(narratives);
    expect(foundIn(text, [...PROTECTED_NAMES, POLICE_PEOPLE.xu.idNumber])).toHaveLength(3);
  });
});

it('no method but the page gives an identity number; none a phone, a narrative, a protected name', async () => {
  const given = await everything();
  expect(foundIn(given, idNumbers)).toEqual([]);
  expect(foundIn(given, [...phones, ...narratives, ...titles, ...PROTECTED_NAMES])).toEqual([]);
  expect(given).toContain(POLICE_PEOPLE.zhang.name);
});

it('the page gives identity numbers of those who are neither protected nor in a labelled record, and no more', async () => {
  const given = JSON.stringify(await system.page(null, 500, call));
  const { chen, xu, yang } = POLICE_PEOPLE;
  expect(foundIn(given, idNumbers)).not.toEqual([]);
  expect(
    foundIn(
      given,
      [chen, xu, yang].flatMap(({ name, idNumber }) => [name, idNumber]),
    ),
  ).toEqual([]);
  expect(foundIn(given, [...phones, ...narratives, ...titles])).toEqual([]);
});

it('of a labelled record there are facts and nothing else', async () => {
  const given = await everything(numbers(LABELLED));
  expect(foundIn(given, [POLICE_PEOPLE.yang.name, '379999000099号'])).toEqual([]);
  expect((await system.caseFacts(numbers(LABELLED), call)).size).toBe(1);
  for (const ask of [
    system.casesByNumber,
    system.partiesByCase,
    system.measuresByCase,
    system.custodyByCase,
    system.documentsByCase,
    system.transfersByCase,
  ]) {
    expect(await ask(numbers(LABELLED), call)).toEqual(new Map());
  }
});

it('a sealed record is given, since the facts say that it is sealed', async () => {
  expect((await system.partiesByCase(numbers(SEALED), call)).size).toBe(1);
});

it('the account may read and nothing else', async () => {
  const query = (text: string) => stack.connector().query(text, [], call);
  const refused = (driverCode: string) => ({ code: 'DEPARTMENT_DATA_INVALID', cause: { facts: { driverCode } } });
  await expect(query('SELECT * FROM T_AJ')).rejects.toMatchObject(refused('ORA-00942'));
  await expect(query('DELETE FROM GABA.T_AJ')).rejects.toMatchObject(refused('ORA-01031'));
});
