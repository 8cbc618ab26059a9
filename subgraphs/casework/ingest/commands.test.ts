import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { readCommand, USAGE } from '#subgraphs/casework/ingest/commands.ts';
import type { RegistryWriter } from '#subgraphs/casework/registry/writer/writer.ts';
import { UsageError } from '#subgraphs/kit/command-line.ts';

const PERSON = `P-${'a'.repeat(43)}`;

/** Runs a command over a writer that notes what it is told. */
async function run(args: readonly string[], writer: Partial<Record<keyof RegistryWriter, unknown>> = {}) {
  const told: unknown[] = [];
  const note =
    (answer: unknown) =>
    async (...given: unknown[]) => {
      told.push(...given);
      return answer;
    };
  const noting = Object.fromEntries(Object.entries(writer).map(([name, answer]) => [name, note(answer)]));
  const printed: string[] = [];
  const done = await readCommand(args)({
    writer: noting as unknown as RegistryWriter,
    pages: async () => [],
    logger: pino({ level: 'silent' }),
    operator: 'root',
    print: (text) => printed.push(text),
  });
  return { done, told, printed: printed.join('\n') };
}

describe('npm run registry', () => {
  it.each([
    [[]],
    [['sink']],
    [['constructor']],
    [['sync', 'police']],
    [['withdraw', 'COURT_CASE_NO', '（2025）鲁9999刑初999901号']],
    [['withdraw', 'COURT_CASE_NO', '（2025）鲁9999刑初999901号', ' ']],
    [['withdraw', 'TICKET', '1', 'wrong']],
    [['account', 'https://issuer', 's', '379999198506120130']],
  ])('refuses %j before anything is opened', (args) => {
    expect(() => readCommand(args)).toThrow(UsageError);
  });

  it('does not repeat an identity number that was given by mistake', () => {
    expect(() => readCommand(['account', 'i', 's', '379999198506120130'])).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('379999198506120130') }),
    );
    expect(USAGE).toContain('PERSON_UID');
  });

  it('withdraws a link however its number was pasted, in the operator’s name', async () => {
    const { done, told, printed } = await run(
      ['withdraw', 'COURT_CASE_NO', '(2025)鲁9999刑初999901号', 'another case'],
      {
        withdrawLink: 'ZF-2025-000001',
      },
    );
    expect(told).toEqual([
      { kind: 'COURT_CASE_NO', number: '（2025）鲁9999刑初999901号', by: 'root', why: 'another case' },
    ]);
    expect([done, printed]).toEqual([true, expect.stringContaining('ZF-2025-000001')]);
  });

  it('fails where there is no such link', async () => {
    expect((await run(['withdraw', 'INCOMING_TRANSFER', 'T1', 'wrong'], { withdrawLink: null })).done).toBe(false);
  });

  it('ties an account in the operator’s name', async () => {
    const { told } = await run(['account', 'https://issuer', 's1', PERSON], { tieAccount: undefined });
    expect(told).toEqual([{ issuer: 'https://issuer', subject: 's1', personUid: PERSON, checkedBy: 'root' }]);
  });

  it('prints figures as a table', async () => {
    const { done, printed } = await run(['status'], {
      positions: [{ source: 'police', after: 'A1', state: 'FINISHED' }],
      contents: { cases: 14, records: 1203 },
      alerts: [{ rule: 'ingest.labelled', system: 'police', count: 2, last: '2025-06-16T09:00:00+08:00' }],
    });
    expect(done).toBe(true);
    expect(printed.split('\n')).toEqual([
      ...['source  state', 'police  FINISHED'],
      ...['cases  records', '   14     1203'],
      'rule             system  count  last',
      'ingest.labelled  police      2  2025-06-16T09:00:00+08:00',
    ]);
  });
});
