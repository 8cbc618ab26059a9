import { describe, expect, it } from '@jest/globals';
import type { OracleRow } from '#adapters/oracle/statement.ts';
import {
  toAssignableRecord,
  toAssignedCase,
  toFoundAssignment,
  unlabelledRows,
} from '#adapters/systems/legal-aid/package.ts';
import { requireKey } from '#adapters/systems/legal-aid/refusals.ts';
import { CASE, FACTS, LAWYER } from '#adapters/systems/legal-aid/rows.fixture.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import { legalAidId } from '#schema/identifiers/legal-aid-id.ts';

const [ID] = [legalAidId.parse('LA-2025-000001')].flatMap((id) => id ?? []);
if (ID === undefined) throw new Error('the key is not valid');

const outcome = (out: OracleRow, rows: OracleRow[] = [CASE]) => ({
  out: { result_code: '0000', result_text: '成功', assignment_no: '1', ...out },
  rows,
});

describe('an assignment that was made', () => {
  it('has its number, and the case', () => {
    expect(toAssignedCase(outcome({ assignment_no: '12' }), ID)).toMatchObject({
      assignmentNo: 12,
      record: { legalAidId: ID, lawyer: { licenceNo: LAWYER.LSZYZH } },
    });
  });

  it.each([
    ['no row', outcome({}, [])],
    ['two rows', outcome({}, [CASE, CASE])],
    ['another case', outcome({}, [{ ...CASE, FYAJBH: 'LA-2025-000002' }])],
    ['a labelled case', outcome({}, [{ ...CASE, MJDM: '2' }])],
    ['no number', outcome({ assignment_no: null })],
    ['a number that is none', outcome({ assignment_no: '0' })],
    ['no result', outcome({ result_code: null })],
    ['an unknown result', outcome({ result_code: '9999' })],
  ])('cannot be read with %s', (_, result) => {
    expect(() => toAssignedCase(result, ID)).toThrow(UnreadableField);
  });
});

describe('a request that was found by its key', () => {
  const [licenceNo] = [LAWYER.LSZYZH].flatMap((text) => lawyerLicenceNo.parse(text ?? '') ?? []);
  if (licenceNo === undefined) throw new Error('the licence is not valid');
  const asked = { legalAidId: ID, licenceNo, staffNo: 'FA0001', idempotencyKey: 'k' };
  const row = { FYAJBH: ID.padEnd(24), LSZYZH: licenceNo, ZPRGH: 'FA0001', ZPXH: '2' };

  it('has the number of its assignment', () => {
    expect(toFoundAssignment(row, asked)).toBe(2);
    expect(() => toFoundAssignment({ ...row, ZPXH: '0' }, asked)).toThrow(UnreadableField);
  });

  it.each([{ FYAJBH: 'LA-2025-000002' }, { LSZYZH: '13799201911999005' }, { ZPRGH: 'FA0002' }])(
    'and was another one is a conflict: %j',
    (other) => {
      expect(() => toFoundAssignment({ ...row, ...other }, asked)).toThrow(
        expect.objectContaining({ code: 'CONFLICT' }),
      );
    },
  );

  it.each([
    ['unknown', []],
    ['sealed', [{ ...CASE, FCBZ: '1' }]],
    ['labelled', [{ ...CASE, MJDM: '2' }]],
  ])('of a case that is %s is not told', (_, rows) => {
    expect(toAssignableRecord([CASE], ID)).toMatchObject({ legalAidId: ID });
    expect(() => toAssignableRecord(rows, ID)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });
});

it.each([
  ['2001', 'NOT_FOUND'],
  ['2002', 'BAD_USER_INPUT'],
  ['2003', 'CONFLICT'],
  ['2004', 'CONFLICT'],
  ['2005', 'CONFLICT'],
  ['2006', 'CONFLICT'],
])('the refusal %s is %s, in sentences of our own', (result_code, code) => {
  const refused = () => toAssignedCase(outcome({ result_code, result_text: '李拟乙' }, []), ID);
  expect(refused).toThrow(expect.objectContaining({ code, en: expect.stringMatching(/\.$/) }));
  expect(refused).not.toThrow('李拟乙');
});

describe('the rows of an answer', () => {
  it('are those of no labelled case', () => {
    const rows = [FACTS, { ...FACTS, MJDM: '1' }];
    expect(unlabelledRows(outcome({}, rows))).toEqual([FACTS]);
  });

  it('are none without success', () => {
    expect(() => unlabelledRows(outcome({ result_code: '9999' }, []))).toThrow(UnreadableField);
  });
});

describe('an idempotency key', () => {
  it.each(['k', 'x'.repeat(64), '0f9b2c1e-6d6f-4a7e-8a3b-1c2d3e4f5a6b'])('%s', (key) => {
    expect(() => requireKey(key)).not.toThrow();
  });

  it.each(['', ' ', 'a b', 'x'.repeat(65), '键', 'a\u0000'])('not %j', (key) => {
    expect(() => requireKey(key)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
