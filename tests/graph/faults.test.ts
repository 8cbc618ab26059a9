import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SystemName } from '#schema/departments.ts';
import type { Fault } from '#simulators/control/simulator.ts';
import { type Cell, cellsOf, reasonsOf } from '#tests/contract/fault-table.ts';
import { personalIn } from '#tests/contract/harness.ts';
import { COLUMNS, type Column, joined } from '#tests/graph/fault-columns.ts';
import { RICH } from '#tests/graph/rich-question.ts';
import { type Answer, as } from '#tests/harness/ask.ts';
import { heldAgainst } from '#tests/harness/held-against.ts';
import { stack } from '#tests/harness/stack.ts';
import { standIn } from '#tests/harness/stand-in.ts';
import { until } from '#tests/harness/until.ts';

jest.setTimeout(30_000); // a watchdog

/** Nothing of the machinery. */
const MACHINERY =
  /\bat .+:\d+|127\.0\.0\.1|localhost|<\?xml|<html|Envelope|SELECT|ORA-|NJS-|ECONN|node_modules|stack|java\.|nginx|10\.9\.9\.9|口令|Z9|长{3}/i;
/** What somebody typed into a text (`simulators/control/data-damage.ts`). */
const TYPED = /３７９９９９|379999198506120130|139-0000-9901|6222 0212|红旗路12号/;

const ask = () => as('court.lin').ask(RICH);
let honest: Answer;
beforeAll(async () => {
  honest = await ask();
  expect(honest.errors).toEqual([]);
});

describe.each(COLUMNS)('$system', (column) => {
  const { system, department } = column;
  afterEach(() => standIn(system).recovers());

  it.each(reasonsOf(system))('%s: means nothing here, since %s', (row) => {
    expect(cellsOf(system).map(([name]) => name)).not.toContain(row);
  });

  it.each(cellsOf(system).filter(([, { code }]) => code === null))('%s', async (row, { fault }) => {
    const answer = await answerUnder(system, fault);
    expect([answer.status, answer.errors]).toEqual([200, []]);
    const check = ANSWERED[row];
    if (check === undefined) throw new Error(`nothing is said of an answer in which there is ${row}`);
    check(answer, column);
  });

  it.each(cellsOf(system).filter(([, { code }]) => code !== null))('%s', async (_row, cell) => {
    const { fault } = cell;
    const answer = await answerUnder(system, fault);
    const { lost, changed } = heldAgainst(honest.data, answer.data);
    const missing = cell.struck ? column.struck[cell.struck] : column.lost;
    expect({ status: answer.status, changed, lost }).toEqual({ status: 200, changed: [], lost: missing });
    expect(joined(answer)).toEqual(joined(honest, column, cell));
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

/** What an answer without an error may and may not hold, by the row of the table. */
const ANSWERED: Readonly<Record<string, (answer: Answer, column: Column) => void>> = {
  'slow, but within its time': ({ data }) => expect(data).toEqual(honest.data),
  'a code that no list knows': ({ data }, { coded }) => {
    const { lost, changed } = heldAgainst(honest.data, data);
    const elsewhere = [...lost, ...changed].filter((path) => coded === undefined || !path.startsWith(coded));
    expect(elsewhere).toEqual([]);
    expect(JSON.stringify(data).includes('"code":"Z9"')).toBe(coded !== undefined);
  },
  'a thousand parties': ({ data }) => {
    const { lost, changed } = heldAgainst(data, honest.data);
    // The deadlines of each of them come on top.
    expect({ lost: lost.filter((path) => path !== 'case.deadlines'), changed }).toEqual({ lost: [], changed: [] });
  },
  'a person’s numbers typed into a text': ({ data, text }) => {
    expect(heldAgainst(honest.data, data).changed.length).toBeGreaterThan(0);
    expect(text).toMatch(/（身份证\*{18}，电话\*{3}-\*{4}-\*{4}，/);
    expect(text).not.toMatch(TYPED);
  },
};

/** Each error is that department's, with its code; whatever is lost has one, and none says more than it may. */
function expectExplained(
  answer: Answer,
  lost: readonly string[],
  { code, retryable, department, system }: Pick<Cell, 'code' | 'retryable'> & { department: string; system: string },
): void {
  const { errors } = answer;
  expect(unexplained(answer, lost)).toEqual([]);
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

/** What is lost without an error at it, or below it where one of its required fields is. */
function unexplained({ errors }: Answer, lost: readonly string[]): string[] {
  const paths = errors.map(({ path }) => path?.join('.') ?? '');
  return lost.filter((path) => !paths.some((each) => each === path || each.startsWith(`${path}.`)));
}

describe('one record that cannot be read, among others of the same answer', () => {
  afterEach(() => Promise.all([standIn('12368').recovers(), standIn('legal-aid').recovers()]));

  it('of an inbox is lost alone', async () => {
    const sun = as('legalaid.sun', { purpose: 'LEGAL_AID' });
    const inbox = async () => {
      const { data, errors } = await sun.ask({ query: '{ legalAidInbox { legalAidId status } }' });
      return { rows: (data as { legalAidInbox: unknown[] }).legalAidInbox, errors };
    };
    const all = await inbox();
    await standIn('legal-aid').fails({ mode: 'data', kind: 'unknown-code' });
    const told = { path: ['legalAidInbox'], extensions: { code: 'DEPARTMENT_DATA_INVALID', department: 'JUSTICE' } };
    expect([all.rows.length > 1, await inbox()]).toMatchObject([true, { rows: all.rows.slice(1), errors: [told] }]);
  });

  it('of one’s cases is lost alone', async () => {
    const query = '{ myCases { caseUid courtCases { courtCaseNo status } } }';
    await standIn('12368').fails({ mode: 'data', kind: 'unknown-code' });
    const { data, errors } = await as('court.lin').ask({ query });
    const cases = (data as { myCases: { courtCases: unknown[] | null }[] }).myCases;
    const lost = cases.flatMap(({ courtCases }, index) => (courtCases === null ? index : []));
    expect([cases.length > 1, lost.length]).toEqual([true, 1]);
    expect(errors.map(({ path }) => path?.slice(0, 3))).toEqual([['myCases', lost[0], 'courtCases']]);
  });
});

describe('all of them at once, each in its own way', () => {
  afterEach(() => Promise.all(COLUMNS.map(({ system }) => standIn(system).recovers())));

  it('slow, but within their time, they answer in full', async () => {
    await Promise.all(COLUMNS.map(({ system }) => standIn(system).fails({ mode: 'slow', delayMs: 50 })));
    expect(await ask()).toMatchObject({ data: honest.data, errors: [] });
  });

  it('failing, the registry’s own fields are filled, and each department is named with its own code', async () => {
    const failing: Partial<Record<SystemName, Fault>> = {
      '12309': { mode: 'garbage', kind: 'gbk-is-utf8' },
      notary: { mode: 'garbage', kind: 'certificate-expired' },
      'legal-aid': { mode: 'garbage', kind: 'ORA-03113' },
      police: { mode: 'data', kind: 'wrong-encoding' },
    };
    for (const { system } of COLUMNS) await standIn(system).fails(failing[system] ?? { mode: 'down' });
    const answer = await ask();
    const { lost, changed } = heldAgainst(honest.data, answer.data);
    expect([changed, unexplained(answer, lost)]).toEqual([[], []]);
    expect(lost).toEqual(expect.arrayContaining(COLUMNS.flatMap(({ lost: own }) => own)));
    expect(
      lost.filter((path) => /caseUid|currentStage|parties$|partyUid|role|legalStatus|displayName/.test(path)),
    ).toEqual([]);
    const told = answer.errors.map(
      ({ extensions }) => `${extensions.system} ${extensions.department} ${extensions.code}`,
    );
    expect([...new Set(told)].sort()).toEqual([
      '12309 PROCURATORATE DEPARTMENT_DATA_INVALID',
      '12368 COURT DEPARTMENT_UNAVAILABLE',
      'legal-aid JUSTICE DEPARTMENT_UNAVAILABLE',
      'notary NOTARY DEPARTMENT_UNAVAILABLE',
      'police POLICE DEPARTMENT_DATA_INVALID',
    ]);
    expect([personalIn(answer.errors), answer.text]).toEqual([[], expect.not.stringMatching(/10\.9\.9\.9|ORA-\d/)]);
    await Promise.all(COLUMNS.map(({ system }) => standIn(system).recovers()));
    await until(async () => (await ask()).errors.length === 0);
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
