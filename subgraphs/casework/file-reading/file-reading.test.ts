import { describe, expect, it } from '@jest/globals';
import type { AuditLog } from '#auth/audit/log.ts';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';
import { casework, demoWorld, type World } from '#subgraphs/casework/casework.fixture.ts';
import { caseworkSchema } from '#subgraphs/casework/subgraph.ts';
import { auditInMemory } from '#subgraphs/kit/kit.fixture.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

const REVIEW = '虚检刑诉受〔2025〕379999000011号';
const ARREST = '虚检刑捕受〔2025〕379999000001号';
const LISTS = {
  '12309': {
    fileReading: [
      { recordNo: REVIEW, since: '2025-04-07' },
      { recordNo: 'later', since: '2025-05-07' },
    ],
    readingSlots: [{ recordNo: REVIEW, startsAt: '2025-06-17T09:00:00+08:00', place: null }],
  },
};
const APPOINTMENT = {
  ...{ appointmentUid: '12309:YJ1', status: 'CONFIRMED', slot: '2025-06-17T09:00:00+08:00' },
  ...{ latestBy: '2025-06-19', place: '案件管理大厅阅卷一室' },
};

async function ask(name: string, caseNo: number, query: string, world: World = {}, audit?: AuditLog) {
  const asked: OwnerQuestion[] = [];
  const services = (_system: string, question: OwnerQuestion) => {
    asked.push(question);
    return [APPOINTMENT];
  };
  const of = { ...demoWorld(caseNo, name), lists: LISTS, services, ...world };
  const { context, calls } = casework(of);
  if (audit) context.keepAudit((records) => audit.append(records));
  const { data, errors = [] } = await respond({ schema: caseworkSchema } as Subgraph, { query }, context);
  const told = errors.map(publicError) as { message: string; extensions: { code: string } }[];
  return { data: JSON.parse(JSON.stringify(data ?? null)) as Record<string, never> | null, errors: told, asked, calls };
}
const right = (uid: string, fields = 'allowed reason since earliestSlot') =>
  `{ fileReadingRight(caseUid: "${uid}") { ${fields} } }`;

describe('fileReadingRight for lawyer.he (WORLD 7)', () => {
  it('case 1: allowed since the prosecution review was accepted', async () => {
    const { data, errors } = await ask('lawyer.he', 1, right('ZF-2025-000001'));
    expect(errors).toEqual([]);
    expect(data).toEqual({
      fileReadingRight: {
        allowed: true,
        reason: '案件已移送审查起诉，辩护律师可以查阅、摘抄、复制本案的案卷材料（刑事诉讼法第四十条）。',
        since: '2025-04-07',
        earliestSlot: '2025-06-17T09:00:00+08:00',
      },
    });
  });

  it('case 2: not yet, for the reason that CPL 40 gives', async () => {
    const { data, calls } = await ask('lawyer.he', 2, right('ZF-2025-000002'));
    expect(data).toEqual({
      fileReadingRight: {
        allowed: false,
        reason: expect.stringMatching(/审查起诉之日起.*刑事诉讼法第四十条/),
        since: null,
        earliestSlot: null,
      },
    });
    expect(calls.filter((call) => /fileReading|readingSlots/.test(call))).toEqual([]);
  });

  it('a case that is not the lawyer’s answers as one that there is not, and costs the same', async () => {
    const [others, none] = [
      await ask('lawyer.he', 3, right('ZF-2025-000003')),
      await ask('lawyer.he', 3, right('ZF-2025-000099')),
    ];
    for (const { data, errors } of [others, none]) expect([data, errors]).toEqual([{ fileReadingRight: null }, []]);
    const asked = (calls: readonly string[]) => calls.filter((call) => / facts /.test(call)).length;
    expect(asked(others.calls)).toBe(asked(none.calls));
  });

  it('free times are asked for where they are asked about', async () => {
    const { calls } = await ask('lawyer.he', 1, right('ZF-2025-000001', 'allowed since'));
    expect(calls.filter((call) => call.includes('readingSlots'))).toEqual([]);
  });

  it('is null with an error while the procuratorate cannot say', async () => {
    const down = new DepartmentError('DEPARTMENT_UNAVAILABLE', { department: 'PROCURATORATE', system: '12309' });
    const lists = { '12309': { fileReading: down } };
    const { data, errors } = await ask('lawyer.he', 1, right('ZF-2025-000001'), { lists });
    expect(data).toEqual({ fileReadingRight: null });
    expect(errors).toMatchObject([{ extensions: { code: 'DEPARTMENT_UNAVAILABLE' } }]);
  });
});

describe('requestAppointment', () => {
  const request = (uid: string, more = '') =>
    `mutation { requestAppointment(caseUid: "${uid}", kind: FILE_READING, idempotencyKey: "k-1"${more})
      { appointmentUid kind slot status latestBy place case { caseUid } } }`;

  it('is the procuratorate’s to make, at the case’s reviews', async () => {
    const slot = ', slot: "2025-06-17T01:00:00Z"';
    const { data, asked } = await ask('lawyer.he', 1, request('ZF-2025-000001', slot));
    expect(data).toEqual({
      requestAppointment: { ...APPOINTMENT, kind: 'FILE_READING', case: { caseUid: 'ZF-2025-000001' } },
    });
    expect(asked).toMatchObject([
      {
        ask: 'requestFileReading',
        request: {
          ...{ caseUid: 'ZF-2025-000001', recordNos: [ARREST, REVIEW], startsAt: '2025-06-17T09:00:00+08:00' },
          idempotencyKey: expect.stringMatching(/^[\da-f]{64}$/),
          statement: expect.stringContaining('ZF-2025-000001'),
        },
      },
    ]);
  });

  it.each([
    [2, 'ZF-2025-000002', 'CONFLICT', /刑事诉讼法第四十条/],
    [3, 'ZF-2025-000003', 'NOT_FOUND', /没有找到该案件/],
    [3, 'ZF-2025-000099', 'NOT_FOUND', /没有找到该案件/],
    [1, '张拟甲', 'BAD_USER_INPUT', /caseUid/],
  ])('case %i by %s: %s, nobody is asked', async (caseNo, uid, code, message) => {
    const { errors, asked } = await ask('lawyer.he', caseNo, request(uid));
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code } }]);
    expect(errors[0]?.message).not.toContain('张拟甲');
    expect(asked).toEqual([]);
  });

  it('is on record before it is asked for; where it cannot be, nobody is asked', async () => {
    const { log, records, state } = auditInMemory();
    state.isFull = true;
    const unrecorded = await ask('lawyer.he', 1, request('ZF-2025-000001'), {}, log);
    expect(unrecorded).toMatchObject({ errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE' } }], asked: [] });
    state.isFull = false;
    expect((await ask('lawyer.he', 1, request('ZF-2025-000001'), {}, log)).asked).toHaveLength(1);
    expect(records.map(({ rule }) => rule)).toEqual(['permit.counsel']);
  });

  it('a time that is not free is the procuratorate’s own word', async () => {
    const services = () => new GraphError('CONFLICT', { zh: '该时段不可预约。', en: 'This time is not free.' });
    const { errors } = await ask('lawyer.he', 1, request('ZF-2025-000001'), { services });
    expect(errors).toMatchObject([{ message: '该时段不可预约。', extensions: { code: 'CONFLICT' } }]);
  });

  it('is not for who sees the case otherwise', async () => {
    expect((await ask('court.lin', 1, request('ZF-2025-000001'))).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });
});
