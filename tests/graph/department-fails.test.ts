import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { FIRST_LIGHT } from '#demo/first-light.ts';
import { type Answer, as, codesOf } from '#tests/harness/ask.ts';
import { stack } from '#tests/harness/stack.ts';
import { standIn } from '#tests/harness/stand-in.ts';

const question = { query: FIRST_LIGHT.query, variables: FIRST_LIGHT.variables };
const ask = () => as('court.lin').ask(question);
type Case = Record<'parties' | 'courtCases' | 'legalAidCases', Record<string, unknown>[] | null> & { caseUid: string };
const caseOf = (answer: Answer) => (answer.data as { case: Case }).case;
const representations = (answer: Answer) =>
  caseOf(answer).parties?.map(
    (party) => (party.representations as { kind: string }[] | null)?.map(({ kind }) => kind) ?? null,
  );

/** Nothing of the machinery, and nothing personal, may stand in an answer's errors. */
const MACHINERY = /\bat .+:\d+|127\.0\.0\.1|localhost|<\?xml|<html|Envelope|SELECT|ORA-|NJS-|ECONN|node_modules|stack/i;

const COURT_FAULTS = [
  ['down', { mode: 'down' }, 'DEPARTMENT_UNAVAILABLE'],
  ['an HTML 502', { mode: 'garbage', kind: 'html-502' }, 'DEPARTMENT_UNAVAILABLE'],
  ['a fault inside a 200', { mode: 'garbage', kind: 'fault-in-200' }, 'DEPARTMENT_DATA_INVALID'],
  ['an empty body', { mode: 'garbage', kind: 'empty-body' }, 'DEPARTMENT_DATA_INVALID'],
] as const;

const LEGAL_AID_FAULTS = [['ORA-00942', { mode: 'garbage', kind: 'ORA-00942' }, 'DEPARTMENT_DATA_INVALID']] as const;

describe.each(COURT_FAULTS)('12368: %s', (_name, fault, code) => {
  afterEach(() => standIn('12368').recovers());

  it('the case, its parties and legal aid answer; what only the court knows is null, with its error; it comes back by itself', async () => {
    await standIn('12368').fails(fault);
    const answer = await ask();

    expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 200, codes: [code] });
    expect(caseOf(answer)).toMatchObject({ caseUid: 'ZF-2025-000001', courtCases: null });
    expect(caseOf(answer).legalAidCases).toHaveLength(2);
    expect(representations(answer)).toEqual([null, ['NOTIFIED_AID'], ['NOTIFIED_AID']]);
    expect(answer.errors.map(({ path }) => path?.join('.')).sort()).toEqual([
      'case.courtCases',
      'case.parties.0.representations',
      'case.parties.1.representations',
      'case.parties.2.representations',
    ]);
    for (const { message, extensions } of answer.errors) {
      expect(extensions).toEqual({
        code,
        en: expect.stringMatching(/[a-z]/),
        department: 'COURT',
        system: '12368',
        retryable: code !== 'DEPARTMENT_DATA_INVALID',
        requestId: expect.any(String),
      });
      expect(message).toContain('法院');
    }
    expect(JSON.stringify(answer.errors)).not.toMatch(MACHINERY);

    await standIn('12368').recovers();
    expect((await ask()).errors).toEqual([]);
  });

  it('what remembered facts do not open is the department’s error, known or not', async () => {
    await standIn('12368').fails(fault);
    const numbers = ['（2025）鲁9999刑初999912号', '（2025）鲁9999刑初999999号'];
    const askBy = (no: string) => as('court.lin').ask({ query: question.query, variables: { no } });
    for (const answer of await Promise.all(numbers.map(askBy))) {
      expect({ data: answer.data, codes: codesOf(answer) }).toEqual({ data: { case: null }, codes: [code] });
    }
  });
});

describe.each(LEGAL_AID_FAULTS)('法援在线: %s', (_name, fault, code) => {
  afterEach(() => standIn('legal-aid').recovers());

  it('the case, its parties and the court answer; legal aid is null, with its error; it comes back by itself', async () => {
    await standIn('legal-aid').fails(fault);
    const answer = await ask();

    expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 200, codes: [code] });
    expect(caseOf(answer)).toMatchObject({ caseUid: 'ZF-2025-000001', legalAidCases: null });
    expect(caseOf(answer).courtCases).toHaveLength(1);
    expect(representations(answer)).toEqual([['RETAINED'], null, null]);
    for (const { message, extensions } of answer.errors) {
      expect(extensions).toMatchObject({
        code,
        department: 'JUSTICE',
        system: 'legal-aid',
        retryable: code !== 'DEPARTMENT_DATA_INVALID',
      });
      expect(message).toContain('司法行政机关');
    }
    expect(JSON.stringify(answer.errors)).not.toMatch(MACHINERY);

    await standIn('legal-aid').recovers();
    expect((await ask()).errors).toEqual([]);
  });
});

describe('both systems down', () => {
  afterEach(async () => {
    await standIn('12368').recovers();
    await standIn('legal-aid').recovers();
  });

  it('the registry serves the case and its parties', async () => {
    await ask();
    await standIn('12368').fails({ mode: 'down' });
    await standIn('legal-aid').fails({ mode: 'down' });
    const answer = await ask();
    expect(caseOf(answer)).toMatchObject({ caseUid: 'ZF-2025-000001', courtCases: null, legalAidCases: null });
    expect(caseOf(answer).parties).toHaveLength(3);
    expect(representations(answer)).toEqual([null, null, null]);
  });
});

describe('slow, but within its time', () => {
  afterEach(() => standIn('12368').recovers());

  it('is answered in full', async () => {
    await standIn('12368').fails({ mode: 'slow', delayMs: 300 });
    expect((await ask()).errors).toEqual([]);
  });
});

describe('hanging legal aid', () => {
  afterEach(() => standIn('legal-aid').recovers());

  it('is waited for once per question, though two parts of the answer need it', async () => {
    await standIn('legal-aid').fails({ mode: 'hang' });
    const calls = await standIn('legal-aid').callsDuring(ask);
    expect(Object.values(calls)).toEqual([1]);
  });
});

describe('a hanging system', () => {
  afterEach(() => standIn('12368').recovers());

  it('is asked once per question, and no connection stays behind', async () => {
    await ask();
    const { openConnections } = await standIn('12368').state();
    await standIn('12368').fails({ mode: 'hang' });
    expect(await standIn('12368').callsDuring(ask)).toEqual({ cxAjQx: 1 });
    await Promise.all([ask(), ask(), ask(), ask()]);
    expect((await standIn('12368').state()).openConnections).toBeLessThanOrEqual(openConnections);
  });
});

describe('after all of this', () => {
  it('nothing personal stands in any log', () => {
    const folder = join(stack().dataDir, 'logs');
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(texts.join('')).toContain('department failed');
    expect(texts.join('')).not.toMatch(/拟[甲乙丙丁]|\d{17}[\dX]|139000099|刑初9999/);
  });
});
