import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AssignmentRequest, LegalAidSystem } from '#adapters/systems/legal-aid/port.ts';
import { LEGAL_AID_SERVICE } from '#simulators/legal-aid/address.ts';
import { call, ids, licences, PATIENT, rowsWith, type Stack, startStack } from '#tests/legal-aid/harness.ts';
import { type SpoilingProxy, startProxy } from '#tests/oracle/proxy.ts';
import { sql } from '#tests/registry/server.ts';

const [LUO, DENG, RETIRED, UNKNOWN] = licences(
  ...['13799201810999004', '13799201911999005', '13799199810999006', '13799202010999999'],
);
const serials = new Map<string, Partial<{ ZT: string; TZJGDM: null; FCBZ: string; MJDM: string }>>([
  ['LA-2025-000010', {}],
  ['LA-2025-000011', {}],
  ['LA-2025-000012', {}],
  ['LA-2025-000013', {}],
  ['LA-2025-000014', {}],
  ['LA-2025-000020', { ZT: '50' }],
  ['LA-2025-000021', { ZT: '21' }],
  ['LA-2025-000022', { ZT: '40' }],
  ['LA-2025-000023', { ZT: '10', TZJGDM: null }],
  ['LA-2025-000024', { ZT: '20', TZJGDM: null }],
  ['LA-2025-000030', { FCBZ: '1' }],
  ['LA-2025-000031', { MJDM: '1' }],
]);

jest.setTimeout(30_000); // a watchdog

let stack: Stack;
let system: LegalAidSystem;
beforeAll(async () => {
  const rows = rowsWith([...serials].map(([FYAJBH, row]) => ({ FYAJBH, ...row })));
  const retired = { LSZYZH: RETIRED ?? '', LSXM: '旧拟律', LSSDM: null, ZYZT: '3' };
  stack = await startStack({ ...rows, T_LS: [...rows.T_LS, retired] });
  system = stack.system(PATIENT);
});
afterAll(() => stack.stop());
beforeEach(() => stack.simulator.resetCalls());

function request(legalAidId: string, more: Partial<AssignmentRequest> = {}): AssignmentRequest {
  const [id] = ids(legalAidId);
  if (id === undefined || LUO === undefined) throw new Error('no such key');
  return { legalAidId: id, licenceNo: LUO, staffNo: 'FA0001', idempotencyKey: `key-of-${legalAidId}`, ...more };
}

const assignments = (legalAidId: string) =>
  sql(
    stack.databaseUrl,
    'SELECT trim(fyajbh) AS id, zpxh::int AS number, lszyzh AS lawyer, zprgh AS staff FROM fyzx.t_zpjl WHERE fyajbh = $1',
    [legalAidId],
  );

const expectRefused = (asked: AssignmentRequest, code: string) =>
  expect(system.assign(asked, call)).rejects.toMatchObject({ code, message: expect.stringMatching(/。$/) });

describe('an assignment', () => {
  it('of case 3 gives the case as it stands then, in one call', async () => {
    const asked = request('LA-2025-000003');
    const answer = await system.assign(asked, call);
    expect(answer).toMatchObject({
      assignmentNo: 1,
      record: { legalAidId: 'LA-2025-000003', status: 'ASSIGNED', lawyer: { licenceNo: LUO, name: '罗拟助' } },
    });
    expect(stack.simulator.calls()).toEqual({ 'PKG_FLYZ.ZP_LS': 1 });
    expect((await system.casesById([asked.legalAidId], call)).get(asked.legalAidId)).toEqual(answer.record);
    expect((await system.assignmentsByCase([asked.legalAidId], call)).get(asked.legalAidId)).toEqual([
      expect.objectContaining({ kind: 'NOTIFIED_AID', from: '2025-06-16', to: null, letterNumber: null }),
    ]);
    expect(await assignments('LA-2025-000003')).toEqual([
      { id: 'LA-2025-000003', number: 1, lawyer: LUO, staff: 'FA0001' },
    ]);
  });

  it('on an application follows the grant', async () => {
    const asked = request('LA-2025-000024');
    expect(await system.assign(asked, call)).toMatchObject({ record: { status: 'ASSIGNED', notifiedBy: null } });
    expect((await system.assignmentsByCase([asked.legalAidId], call)).get(asked.legalAidId)).toMatchObject([
      { kind: 'APPLIED_AID' },
    ]);
  });
});

describe('the same request again', () => {
  it('assigns nobody again and gives the same answer', async () => {
    const asked = request('LA-2025-000010');
    const answer = await system.assign(asked, call);
    expect(await system.assign(asked, call)).toEqual(answer);
    expect(await assignments('LA-2025-000010')).toHaveLength(1);
  });

  it('at the same time: one assignment, one answer', async () => {
    const asked = request('LA-2025-000011');
    const answers = await Promise.all(Array.from({ length: 8 }, () => system.assign(asked, call)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await assignments('LA-2025-000011')).toHaveLength(1);
  });

  it('is safe where the answer was lost and nobody could be asked', async () => {
    const asked = request('LA-2025-000012');
    await stack.simulator.setFault({ mode: 'garbage', kind: 'ORA-03113' });
    await expect(system.assign(asked, call)).rejects.toMatchObject({
      ...{ code: 'DEPARTMENT_UNAVAILABLE', retryable: true, writeOutcome: 'UNKNOWN' },
    });
    await stack.simulator.setFault({ mode: 'none' });
    expect(await assignments('LA-2025-000012')).toHaveLength(1);
    expect(await system.assign(asked, call)).toMatchObject({ assignmentNo: 1, record: { lawyer: { licenceNo: LUO } } });
    expect(await assignments('LA-2025-000012')).toHaveLength(1);
  });

  it.each<[string, Partial<AssignmentRequest>]>([
    ['another case', { legalAidId: request('LA-2025-000014').legalAidId }],
    ['another lawyer', DENG === undefined ? {} : { licenceNo: DENG }],
    ['another officer', { staffNo: 'FA0002' }],
  ])('for %s is a conflict, and changes nothing', async (_, more) => {
    const asked = request('LA-2025-000010');
    await system.assign(asked, call);
    await expectRefused({ ...asked, ...more }, 'CONFLICT');
    expect(await assignments('LA-2025-000014')).toEqual([]);
    expect(await assignments('LA-2025-000010')).toHaveLength(1);
  });
});

describe('an answer that was lost on its way', () => {
  let proxy: SpoilingProxy;
  let cutOff: LegalAidSystem;
  beforeAll(async () => {
    proxy = await startProxy(stack.simulator.port);
    cutOff = stack.system({ ...PATIENT, connectString: `127.0.0.1:${proxy.port}/${LEGAL_AID_SERVICE}` });
  });
  afterAll(() => proxy.close());

  /** Cuts the connection in place of the reply to the package, once. */
  const loseReply = () =>
    proxy.onRequest((chunk) => {
      if (chunk.includes('ZP_LS'))
        proxy.onReply(() => {
          proxy.mend();
          return null;
        });
      return chunk;
    });

  it('is found by its key, and the case read again', async () => {
    const asked = request('LA-2025-000013');
    loseReply();
    const answer = await cutOff.assign(asked, call);
    expect(answer).toMatchObject({ assignmentNo: 1, record: { status: 'ASSIGNED', lawyer: { licenceNo: LUO } } });
    expect(stack.simulator.calls()).toEqual({ 'PKG_FLYZ.ZP_LS': 1, V_ZPQQ: 1, V_FYAJ: 1 });
    expect(await system.assign(asked, call)).toEqual(answer);
    expect(await assignments('LA-2025-000013')).toHaveLength(1);
  });

  it('and was a refusal is not done', async () => {
    loseReply();
    await expect(cutOff.assign(request('LA-2025-000020'), call)).rejects.toMatchObject({ writeOutcome: 'NOT_DONE' });
  });

  it('and was of another request with the same key is a conflict', async () => {
    const asked = request('LA-2025-000013');
    await system.assign(asked, call);
    loseReply();
    await expect(cutOff.assign({ ...asked, staffNo: 'FA0002' }, call)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('refused', () => {
  it.each([
    ['a case of two requests: the later one', 'LA-2025-000001', 'CONFLICT', /已指派/],
    ['a case under way', 'LA-2025-000022', 'CONFLICT', /已指派/],
    ['a closed case', 'LA-2025-000020', 'CONFLICT', /已办结/],
    ['a refused application', 'LA-2025-000021', 'CONFLICT', /已办结/],
    ['an application that is not granted yet', 'LA-2025-000023', 'CONFLICT', /尚未决定/],
    ['an unknown case', 'LA-2025-000999', 'NOT_FOUND', /没有找到/],
    ['a sealed case', 'LA-2025-000030', 'NOT_FOUND', /没有找到/],
    ['a labelled case', 'LA-2025-000031', 'NOT_FOUND', /没有找到/],
  ])('%s', async (_, id, code, sentence) => {
    const before = await assignments(id);
    await expect(system.assign(request(id), call)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(sentence),
    });
    expect(await assignments(id)).toEqual(before);
  });

  it.each([
    ['a lawyer who practises no more', RETIRED],
    ['an unknown lawyer', UNKNOWN],
  ])('%s, and the key may be used again', async (_, licenceNo) => {
    const asked = request('LA-2025-000014');
    if (licenceNo === undefined) throw new Error('no such licence');
    await expectRefused({ ...asked, licenceNo }, 'BAD_USER_INPUT');
    expect(await assignments('LA-2025-000014')).toEqual([]);
  });

  it('a key of another form, without a call', async () => {
    await expectRefused(request('LA-2025-000014', { idempotencyKey: '' }), 'BAD_USER_INPUT');
    expect(stack.simulator.calls()).toEqual({});
  });

  it('two lawyers at the same time: one is assigned, the other one is told', async () => {
    if (DENG === undefined) throw new Error('no such licence');
    const asked = request('LA-2025-000014', { idempotencyKey: 'a' });
    const outcomes = await Promise.allSettled([
      system.assign(asked, call),
      system.assign({ ...asked, licenceNo: DENG, idempotencyKey: 'b' }, call),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } });
    expect(await assignments('LA-2025-000014')).toHaveLength(1);
  });
});

it('the account writes through the package only', async () => {
  const update = "UPDATE FYZX.T_FYAJ SET ZT = '10' WHERE FYAJBH = 'LA-2025-000001'";
  await expect(stack.execute(update)).rejects.toMatchObject({ code: 'ORA-01031' });
});
