import { describe, expect, it } from '@jest/globals';
import type { CourtSystem } from '#adapters/systems/court-12368/port.ts';
import type { LegalAidSystem } from '#adapters/systems/legal-aid/port.ts';
import type { NotarySystem } from '#adapters/systems/notary/port.ts';
import type { PoliceSystem } from '#adapters/systems/police/port.ts';
import type { ProcuratorateSystem } from '#adapters/systems/procuratorate-12309/port.ts';
import type { Code } from '#schema/codes.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { DataKind } from '#simulators/control/data-damage.ts';
import { court12368 } from '#tests/contract/court-12368.ts';
import { cellsOf, reasonsOf } from '#tests/contract/fault-table.ts';
import { PATIENT_MS, personalIn, withSystem } from '#tests/contract/harness.ts';
import { legalAid } from '#tests/contract/legal-aid.ts';
import { notary } from '#tests/contract/notary.ts';
import { police } from '#tests/contract/police.ts';
import { procuratorate12309 } from '#tests/contract/procuratorate-12309.ts';
import type { ContractSystem, SystemPort } from '#tests/contract/system.ts';
import { DIGEST, key, OFFICE, REVOKED, VALID } from '#tests/notary/numbers.ts';

const call = { requestId: 'faults', caller: 'caller', rights: 'rights' };
const WATCHDOG_MS = 30_000;
/** Nothing of the machinery. */
const MACHINERY = /SELECT|<\?xml|Envelope|127\.0\.0\.1|node_modules|java\.|nginx|口令/;

type Answers = ReadonlyMap<string, unknown>;

/** A system, and the question in whose answer each kind of damage strikes. */
interface Column {
  readonly contract: ContractSystem;
  /** The question by which all other faults are seen. */
  readonly question: string;
  readonly struck: Readonly<Partial<Record<DataKind, (port: SystemPort) => Promise<Answers>>>>;
  /** The code that was kept. */
  readonly codeIn?: (answers: Answers) => Code | null | undefined;
}

/** As the contract suite sees a port, and as it is. */
const as = <Port>(port: SystemPort) => port as unknown as Port;
const byName =
  ({ questions }: ContractSystem, name: string) =>
  (port: SystemPort) =>
    port[name]?.(questions[name]?.known.slice(0, 2) ?? [], call) ?? Promise.reject(new Error(`no question ${name}`));
const first = <Value>(answers: Answers) => answers.get([...answers.keys()][0] ?? '') as Value;

function column(
  contract: ContractSystem,
  records: string,
  others: { readonly valueIn: string; readonly parties: string },
  codeIn: NonNullable<Column['codeIn']>,
): Column {
  const ofRecords = byName(contract, records);
  return {
    contract,
    question: records,
    codeIn,
    struck: {
      'unknown-code': ofRecords,
      'missing-field': ofRecords,
      'duplicate-row': ofRecords,
      'over-long': ofRecords,
      'unknown-value': byName(contract, others.valueIn),
      'thousand-parties': byName(contract, others.parties),
    },
  };
}

type Found<Port, Method extends keyof Port> = Port[Method] extends (
  ...args: never[]
) => Promise<Map<string, infer Value>>
  ? Value
  : never;

/** Whatever the time: it is always asked live. No field is read here. */
const verified = async (port: SystemPort): Promise<Answers> => {
  const verification = await as<NotarySystem>(port).verify(OFFICE, VALID, DIGEST, call);
  const fields = { ...Object.getOwnPropertyDescriptors(verification), checkedAt: { value: null, enumerable: true } };
  return new Map([[VALID, Object.defineProperties({}, fields)]]);
};

const COLUMNS: readonly Column[] = [
  column(
    court12368,
    'casesByNumber',
    { valueIn: 'casesByNumber', parties: 'partiesByCase' },
    (answers) => first<Found<CourtSystem, 'casesByNumber'>>(answers).cause,
  ),
  column(
    procuratorate12309,
    'prosecutionReviewsByNumber',
    { valueIn: 'documentsByCase', parties: 'partiesByCase' },
    (answers) => first<Found<ProcuratorateSystem, 'documentsByCase'>>(answers)[0]?.code,
  ),
  {
    contract: notary,
    question: 'certificateFacts',
    struck: {
      'unknown-code': verified,
      'missing-field': verified,
      'over-long': verified,
      'thousand-parties': verified,
      'duplicate-row': (port) => as<NotarySystem>(port).certificateFacts([key(VALID), key(REVOKED)], call),
    },
  },
  column(
    legalAid,
    'casesById',
    { valueIn: 'beneficiariesByCase', parties: '' },
    (answers) => first<Found<LegalAidSystem, 'beneficiariesByCase'>>(answers).sex,
  ),
  column(
    police,
    'casesByNumber',
    { valueIn: 'casesByNumber', parties: 'partiesByCase' },
    (answers) => first<Found<PoliceSystem, 'casesByNumber'>>(answers).category,
  ),
];

describe.each(COLUMNS.map((each) => [each.contract.name, each] as const))('%s', (_name, system) => {
  const { contract, question, struck } = system;
  const opened = withSystem(contract);
  const ask = (kind?: string, port = opened.port) => (struck[kind as DataKind] ?? byName(contract, question))(port);

  it.each(reasonsOf(contract.system))('%s: means nothing here, since %s', (row) => {
    expect(cellsOf(contract.system).map(([name]) => name)).not.toContain(row);
  });

  it('has a cell for every kind of damage that its stand-in knows', () => {
    const kinds = cellsOf(contract.system).flatMap(([, { fault }]) => (fault.mode === 'data' ? fault.kind : []));
    expect(kinds.sort()).toEqual([...opened.simulator.dataKinds].sort());
  });

  it.each(cellsOf(contract.system))(
    '%s',
    async (_row, { fault, code, retryable, struck: by }) => {
      const kind = 'kind' in fault ? fault.kind : undefined;
      const port = fault.mode === 'hang' ? opened.port : await opened.open(PATIENT_MS);
      const honest = await ask(kind, port);
      await opened.simulator.setFault(fault);
      await ask(kind, port).catch(() => {}); // on what stood open when the fault began
      const outcomes = await outcomesOf(() => ask(kind, port), [...honest.keys()]);
      const errors = outcomes.filter((outcome) => outcome instanceof Error);
      expect(errors).toHaveLength(code === null ? 0 : by ? 1 : outcomes.length);
      for (const error of errors)
        expect(error).toMatchObject({ code, retryable, department: contract.department, system: contract.system });
      if (by === 'field')
        expect(fieldsLost(first<object>(honest), first<object>(await ask(kind, port)))).toHaveLength(1);
      const logged = opened.logged.filter((line) => (line as { code?: string }).code !== undefined);
      expect([personalIn([errors, logged]), JSON.stringify(logged)]).toEqual([
        [],
        expect.not.stringMatching(MACHINERY),
      ]);
      await opened.simulator.setFault({ mode: 'none' });
      expect(await ask(kind, port)).toEqual(honest);
    },
    WATCHDOG_MS,
  );

  const { codeIn } = system;
  if (codeIn)
    it('a code that no list knows is kept as it is', async () => {
      await opened.simulator.setFault({ mode: 'data', kind: 'unknown-value' });
      expect(codeIn(await ask('unknown-value'))).toMatchObject({ code: 'Z9', name: 'Z9' });
    });

  if (struck['thousand-parties'] && contract !== notary && contract !== legalAid)
    it('a thousand parties are all there', async () => {
      const port = await opened.open(PATIENT_MS);
      const few = first<readonly unknown[]>(await ask('thousand-parties', port)).length;
      await opened.simulator.setFault({ mode: 'data', kind: 'thousand-parties' });
      expect(first(await ask('thousand-parties', port))).toHaveLength(few + 1000);
    });
});

/** The answer, each field of which has been read. @throws DepartmentError for one that cannot be */
function readWhole(answer: unknown): unknown {
  JSON.stringify(answer);
  return answer;
}

/** The fields that cannot be read; the others are as they are without a fault. */
function fieldsLost(honest: object, record: object): string[] {
  return Object.keys(honest).filter((name) => {
    try {
      expect(Reflect.get(record, name)).toEqual(Reflect.get(honest, name));
      return false;
    } catch (error) {
      if (error instanceof DepartmentError) return true;
      throw error;
    }
  });
}

/** What became of each key: its answer, or its error; of a call that failed the error for each. */
async function outcomesOf(ask: () => Promise<Answers>, keys: readonly string[]): Promise<unknown[]> {
  try {
    const answers = await ask();
    return keys.map((key) => {
      try {
        return readWhole(answers.get(key));
      } catch (error) {
        return error;
      }
    });
  } catch (error) {
    return keys.map(() => error);
  }
}
