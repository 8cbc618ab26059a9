import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PoliceSystem } from '#adapters/systems/police/port.ts';
import { policeRows } from '#demo/systems/police.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { call, LABELLED, numbers, PATIENT, SEALED, type Stack, startStack } from '#tests/police/harness.ts';

jest.setTimeout(30_000); // a watchdog

const { T_AJ, T_AJRY } = policeRows();
const EVERY_CASE = numbers(...T_AJ.map(({ AJBH }) => AJBH));
const PROTECTED_NAMES = [PEOPLE.chen.name, PEOPLE.xu.name];

let stack: Stack;
let system: PoliceSystem;
beforeAll(async () => {
  stack = await startStack();
  system = stack.system(PATIENT);
});
afterAll(() => stack.stop());

/** Everything that the methods give of the cases, but for the parties and the page. */
async function everything(keys = EVERY_CASE): Promise<string> {
  const answers = await Promise.all([
    system.caseFacts(keys, call),
    system.casesByNumber(keys, call),
    system.measuresByCase(keys, call),
    system.custodyByCase(keys, call),
    system.documentsByCase(keys, call),
    system.transfersByCase(keys, call),
  ]);
  const pending = await system.handoversByCentre(
    { detentionCentre: 'DETENTION-379999', pendingOnly: true, first: 500, after: null },
    call,
  );
  return JSON.stringify([answers.map((answer) => [...answer]), pending]);
}

const parties = async () => JSON.stringify([...(await system.partiesByCase(EVERY_CASE, call))]);
const page = async () => JSON.stringify(await system.page(null, 500, call));

/** Those of `secrets` that stand in it. */
const foundIn = (text: string, secrets: readonly string[]) => secrets.filter((secret) => text.includes(secret));

const narratives = T_AJ.map(({ JYAQ }) => JYAQ);
const titles = T_AJ.map(({ AJMC }) => AJMC);
const people = T_AJRY.map(({ XM }) => XM);
const idNumbers = T_AJRY.map(({ ZJHM }) => ZJHM);
const phones = T_AJRY.flatMap(({ LXDH }) => (LXDH === '' ? [] : LXDH));
/** Of protected persons, and of the one in the labelled record. */
const HIDDEN = [PEOPLE.chen, PEOPLE.xu, PEOPLE.yang].flatMap(({ name, idNumber, phone }) =>
  [name, idNumber, phone ?? []].flat(),
);

describe('in the wide view stands', () => {
  it('the narrative, with all that it tells: what follows could fail', async () => {
    const rows = await stack.query('SELECT AJMC, JYAQ FROM GABA.V_AJXX');
    const text = JSON.stringify(rows);
    expect(foundIn(text, narratives)).toEqual(narratives);
    expect(foundIn(text, [...PROTECTED_NAMES, PEOPLE.xu.idNumber])).toHaveLength(3);
  });
});

it('nothing but the parties and the page names a person or gives a number of one; nothing gives a narrative', async () => {
  expect(foundIn(await everything(), [...people, ...idNumbers, ...phones])).toEqual([]);
  expect(foundIn((await everything()) + (await parties()) + (await page()), [...narratives, ...titles])).toEqual([]);
});

it.each([
  ['the parties are given with their numbers', parties, phones.filter((phone) => !HIDDEN.includes(phone))],
  ['the page has no phones', page, []],
])('%s, but for those who are protected or in a labelled record', async (_, ask, expectedPhones) => {
  const given = await ask();
  expect(foundIn(given, idNumbers)).toEqual(idNumbers.filter((number) => !HIDDEN.includes(number)));
  expect(foundIn(given, phones)).toEqual(expectedPhones);
  expect(foundIn(given, HIDDEN)).toEqual([]);
});

it('of a labelled record there are facts and nothing else', async () => {
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
  await expect(stack.execute('SELECT * FROM T_AJ')).rejects.toMatchObject({ code: 'ORA-00942' });
  await expect(stack.execute('DELETE FROM GABA.T_AJ')).rejects.toMatchObject({ code: 'ORA-01031' });
});
