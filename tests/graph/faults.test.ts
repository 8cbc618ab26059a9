import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SystemName } from '#schema/departments.ts';
import { type Cell, cellsOf, reasonsOf } from '#tests/contract/fault-table.ts';
import { personalIn } from '#tests/contract/harness.ts';
import { RICH } from '#tests/graph/rich-question.ts';
import { type Answer, as } from '#tests/harness/ask.ts';
import { heldAgainst } from '#tests/harness/held-against.ts';
import { stack } from '#tests/harness/stack.ts';
import { standIn } from '#tests/harness/stand-in.ts';
import { until } from '#tests/harness/until.ts';

jest.setTimeout(30_000); // a watchdog

/** The fields that only one department fills, and the one in whose answer each kind of damage to a record strikes. */
const COLUMNS = [
  { system: '12368', department: 'COURT', own: ['case.courtCases'], struck: 'case.courtCases' },
  {
    system: '12309',
    department: 'PROCURATORATE',
    own: ['case.arrestReviews', 'case.prosecutionReviews'],
    struck: 'case.prosecutionReviews',
  },
  { system: 'notary', department: 'NOTARY', own: ['verifyNotarialCertificate'], struck: 'verifyNotarialCertificate' },
  { system: 'legal-aid', department: 'JUSTICE', own: ['case.legalAidCases'], struck: 'case.legalAidCases' },
  { system: 'police', department: 'POLICE', own: ['case.policeCases'], struck: 'case.policeCases' },
] as const;
const OWN_FIELDS = COLUMNS.flatMap(({ own }) => own);

/** Nothing of the machinery. */
const MACHINERY =
  /\bat .+:\d+|127\.0\.0\.1|localhost|<\?xml|<html|Envelope|SELECT|ORA-|NJS-|ECONN|node_modules|stack|java\.|nginx/i;

const ask = () => as('court.lin').ask(RICH);
let honest: Answer;
beforeAll(async () => {
  honest = await ask();
  expect(honest.errors).toEqual([]);
});

describe.each(COLUMNS)('$system', ({ system, department, own, struck }) => {
  afterEach(() => standIn(system).recovers());

  it.each(reasonsOf(system))('%s: means nothing here, since %s', (row) => {
    expect(cellsOf(system).map(([name]) => name)).not.toContain(row);
  });

  it.each(cellsOf(system).filter(([, { code }]) => code !== null))('%s', async (_row, cell) => {
    const { fault } = cell;
    const answer = await answerUnder(system, fault);
    const { lost, changed } = heldAgainst(honest.data, answer.data);
    expect({ status: answer.status, changed }).toEqual({ status: 200, changed: [] });
    expect(lost).toEqual(expect.arrayContaining(cell.oneRecord ? [struck] : [...own]));
    expect(lost.filter((path) => OWN_FIELDS.includes(path as never) && !own.includes(path as never))).toEqual([]);
    expectExplained(answer, lost, { ...cell, system, department });
    await standIn(system).recovers();
    // That the others end by themselves is their ports' test.
    if (fault.mode === 'down' || fault.mode === 'hang')
      expect(await ask()).toMatchObject({ data: honest.data, errors: [] });
    // A system that refused our account is tried rarely (`<SYSTEM>_BREAKER_REFUSED_MS`, short here).
    if (isRefusal(fault)) await until(async () => (await ask()).errors.length === 0);
  });
});

/** An answer given while the fault lasts: not the first after a log-on is refused, in which sessions are lost that stood open. */
async function answerUnder(system: SystemName, fault: Cell['fault']): Promise<Answer> {
  await standIn(system).fails({ ...fault });
  if (isRefusal(fault)) await ask();
  return ask();
}

function isRefusal(fault: Cell['fault']): boolean {
  return fault.mode === 'garbage' && fault.kind === 'password-expired';
}

/** Each error is that department's, with its code; whatever is lost has one, and none says more than it may. */
function expectExplained(
  { errors }: Answer,
  lost: readonly string[],
  { code, retryable, department, system }: Pick<Cell, 'code' | 'retryable'> & { department: string; system: string },
): void {
  const paths = errors.map(({ path }) => path?.join('.') ?? '');
  // Below what is lost where one of its required fields is.
  const isExplained = (path: string) => paths.some((each) => each === path || each.startsWith(`${path}.`));
  expect(lost.filter((path) => !isExplained(path))).toEqual([]);
  for (const { message, extensions } of errors) {
    expect(extensions).toEqual({
      ...{ code, department, system, retryable },
      en: expect.stringMatching(/[a-z]/),
      requestId: expect.any(String),
    });
    expect(message).toMatch(/\p{Script=Han}/u);
  }
  expect([personalIn(errors), JSON.stringify(errors)]).toEqual([[], expect.not.stringMatching(MACHINERY)]);
}

describe('one record that cannot be read, among others of the same answer', () => {
  afterEach(() => standIn('12368').recovers());

  it('is lost alone', async () => {
    const query = '{ myCases { caseUid courtCases { courtCaseNo status } } }';
    await standIn('12368').fails({ mode: 'data', kind: 'unknown-code' });
    const { data, errors } = await as('court.lin').ask({ query });
    const cases = (data as { myCases: { courtCases: unknown[] | null }[] }).myCases;
    const lost = cases.flatMap(({ courtCases }, index) => (courtCases === null ? index : []));
    expect([cases.length > 1, lost.length]).toEqual([true, 1]);
    expect(errors.map(({ path }) => path?.slice(0, 3))).toEqual([['myCases', lost[0], 'courtCases']]);
  });
});

describe('what all of them answer in full', () => {
  afterEach(() => Promise.all(COLUMNS.map(({ system }) => standIn(system).recovers())));

  it('slow, but within their time, all at once', async () => {
    await Promise.all(COLUMNS.map(({ system }) => standIn(system).fails({ mode: 'slow', delayMs: 50 })));
    expect(await ask()).toMatchObject({ data: honest.data, errors: [] });
  });

  it('a thousand parties each', async () => {
    const systems = COLUMNS.filter(({ system }) => cellsOf(system).some(([row]) => row === 'a thousand parties'));
    await Promise.all(systems.map(({ system }) => standIn(system).fails({ mode: 'data', kind: 'thousand-parties' })));
    const { data, errors } = await ask();
    expect(errors).toEqual([]);
    // The deadlines of each of them come on top.
    const { lost, changed } = heldAgainst(data, honest.data);
    expect({ lost, changed }).toEqual({ lost: ['case.deadlines'], changed: [] });
  });

  it('a code that no list knows, kept as it is', async () => {
    const kept = { code: 'Z9', name: 'Z9', scheme: expect.any(String) };
    await Promise.all(
      (['12368', 'police'] as const).map((system) => standIn(system).fails({ mode: 'data', kind: 'unknown-value' })),
    );
    const { data, errors } = await ask();
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ case: { courtCases: [{ cause: kept }], policeCases: [{ category: kept }] } });
    expect(heldAgainst(honest.data, data)).toEqual({
      lost: [],
      changed: expect.arrayContaining(['case.courtCases.0.cause.code', 'case.policeCases.0.category.code']),
    });
  });
});

it('and nothing personal, no SQL, XML or stack stands in any log', () => {
  const folder = join(stack().dataDir, 'logs');
  const text = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
  expect(text).toContain('department failed');
  // The driver's own code is what the department's IT looks up.
  const withoutCodes = text.replace(/"driverCode":"[A-Z]+-\d+"/g, '');
  expect(personalIn(withoutCodes)).toEqual([]);
  expect(withoutCodes).not.toMatch(
    /\d{17}[\dX]|139000099|<\?xml|Envelope|SELECT |\bFROM\b|ORA-\d|node_modules|\.java:/,
  );
});
