import type { SystemName } from '#schema/departments.ts';
import type { DepartmentErrorCode } from '#schema/errors/graph-error.ts';
import type { Fault } from '#simulators/control/simulator.ts';

/** What a department's fault must come out as, on its own port and through the graph. */
export interface Cell {
  readonly fault: Fault;
  /** `null`: it is answered, and nothing is lost. */
  readonly code: DepartmentErrorCode | null;
  readonly retryable?: boolean;
  /** Where one record alone, or one field that may be null, is damaged, the others of the same reply are answered. */
  readonly struck?: 'record' | 'field';
}

/** A cell that means nothing for a wire is the reason why. */
export type Row = Readonly<Record<SystemName, Cell | string>>;

const UNAVAILABLE = { code: 'DEPARTMENT_UNAVAILABLE', retryable: true } as const;
const REFUSED = { code: 'DEPARTMENT_UNAVAILABLE', retryable: false } as const;
const TIMEOUT = { code: 'DEPARTMENT_TIMEOUT', retryable: true } as const;
const INVALID = { code: 'DEPARTMENT_DATA_INVALID', retryable: false } as const;
const ANSWERED = { code: null } as const;

type Outcome = Omit<Cell, 'fault'>;

/** The same of each that is reached over Oracle. */
const onOracle = <Each>(cell: Each) => ({ 'legal-aid': cell, police: cell });
const everywhere = (fault: Fault, outcome: Outcome): Row => {
  const cell = { fault, ...outcome };
  return { '12368': cell, '12309': cell, notary: cell, ...onOracle(cell) };
};
const garbage = (kind: string, outcome: Outcome): Cell => ({ fault: { mode: 'garbage', kind }, ...outcome });
const data = (kind: string, outcome: Outcome): Cell => ({ fault: { mode: 'data', kind }, ...outcome });
const dataEverywhere = (kind: string, outcome: Outcome): Row => everywhere({ mode: 'data', kind }, outcome);

const ONE_RECORD = { ...INVALID, struck: 'record' } as const;
const ONE_FIELD = { ...INVALID, struck: 'field' } as const;
const NO_CHARSET = 'driver and database agree on UTF-8 at log-on: no reply declares a charset';
const NO_CERTIFICATE = 'this wire has no client certificate';

/** How a department can fail, and what each system must come out as. */
export const FAULTS: Readonly<Record<string, Row>> = {
  down: everywhere({ mode: 'down' }, UNAVAILABLE),
  'slow, but within its time': everywhere({ mode: 'slow', delayMs: 50 }, ANSWERED),
  hanging: everywhere({ mode: 'hang' }, TIMEOUT),
  'cut in mid-reply': {
    '12368': garbage('cut-off', UNAVAILABLE),
    '12309': garbage('cut-off', UNAVAILABLE),
    notary: garbage('cut-off', UNAVAILABLE),
    ...onOracle(garbage('ORA-03113', UNAVAILABLE)),
  },
  'says UTF-8 and is GBK': {
    '12368': garbage('wrong-encoding', INVALID),
    '12309': garbage('utf8-is-gbk', INVALID),
    notary: garbage('wrong-encoding', INVALID),
    ...onOracle(data('wrong-encoding', INVALID)),
  },
  'says GBK and is UTF-8': {
    '12368': garbage('gbk-is-utf8', INVALID),
    '12309': garbage('gbk-is-utf8', INVALID),
    notary: garbage('gbk-is-utf8', INVALID),
    ...onOracle(NO_CHARSET),
  },
  'malformed XML, or a packet that is none': {
    '12368': garbage('truncated', INVALID),
    '12309': garbage('broken-document', INVALID),
    notary: garbage('truncated', INVALID),
    ...onOracle(garbage('random-bytes', INVALID)),
  },
  'a state that no table knows': dataEverywhere('unknown-code', ONE_RECORD),
  'a code that no list knows': {
    ...dataEverywhere('unknown-value', ANSWERED),
    notary: 'no code of an open list is in its answers',
  },
  'a required field is missing': dataEverywhere('missing-field', ONE_RECORD),
  'a record twice': dataEverywhere('duplicate-row', ONE_RECORD),
  'a thousand parties': {
    ...dataEverywhere('thousand-parties', ANSWERED),
    'legal-aid': 'a legal aid case has one beneficiary, in its own row',
  },
  'an over-long value': dataEverywhere('over-long', ONE_FIELD),
  'a person’s numbers typed into a text': {
    ...dataEverywhere('typed-number', ANSWERED),
    notary: 'nobody writes a text in its answers',
  },
  'an expired password': {
    ...everywhere({ mode: 'garbage', kind: 'password-expired' }, REFUSED),
    notary: 'it knows us by our client certificate and by no password',
  },
  'an expired client certificate': {
    '12368': NO_CERTIFICATE,
    '12309': NO_CERTIFICATE,
    notary: garbage('certificate-expired', REFUSED),
    ...onOracle(NO_CERTIFICATE),
  },
};

/** The cells of a column that mean something. */
export function cellsOf(system: SystemName): [string, Cell][] {
  return Object.entries(FAULTS).flatMap(([row, { [system]: cell }]) => (typeof cell === 'string' ? [] : [[row, cell]]));
}

/** The others, each with its reason. */
export function reasonsOf(system: SystemName): [string, string][] {
  return Object.entries(FAULTS).flatMap(([row, { [system]: cell }]) => (typeof cell === 'string' ? [[row, cell]] : []));
}
