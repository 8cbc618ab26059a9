import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { court12368Rows } from '#demo/systems/court-12368.ts';
import { call, start } from '#tests/court-12368/harness.ts';
import {
  APPEAL_10,
  CASE_1,
  CASE_5,
  CASE_8,
  CASE_9,
  CASE_10,
  CASE_12,
  MEDIATION_5,
  MEDIATION_14,
  SEALED_4,
} from '#tests/court-12368/numbers.ts';

const MALE = { scheme: 'GB/T 2261.1', code: '1', name: '男性' };
const FEMALE = { scheme: 'GB/T 2261.1', code: '2', name: '女性' };

describe('case 1', () => {
  it('has three defendants, one of them a minor at the offence, and a victim', async () => {
    const { court } = await start();
    const defendant = { role: 'SUSPECT_OR_DEFENDANT', legalStatus: 'DEFENDANT', protectedIdentity: false };
    const victim = { role: 'VICTIM', legalStatus: 'NOT_APPLICABLE', protectedIdentity: false };
    expect((await court.partiesByCase([CASE_1], call)).get(CASE_1)).toEqual([
      { ...party('1', '张拟甲', '379999198506120130', '13900009901', MALE), ...defendant, minorAtOffence: false },
      { ...party('2', '李拟乙', '379999199208180164', '13900009902', FEMALE), ...defendant, minorAtOffence: false },
      { ...party('3', '王拟丙', '379999200803020152', '13900009903', MALE), ...defendant, minorAtOffence: true },
      { ...party('4', '赵拟丁', '159999199505240185', '13900009904', FEMALE), ...victim, minorAtOffence: null },
    ]);
  });

  it('has notices due 06-21: served for 张 and 李 on 06-13, not yet for 王', async () => {
    const { court } = await start();
    const notices = (await court.noticesByCase([CASE_1], call)).get(CASE_1) ?? [];
    expect(notices.map(({ partyKey, dueOn, servedAt }) => [partyKey, dueOn, servedAt?.slice(0, 10)])).toEqual([
      ['1', '2025-06-21', '2025-06-13'],
      ['2', '2025-06-21', '2025-06-13'],
      ['3', '2025-06-21', undefined],
    ]);
    const documents = (await court.documentsByCase([CASE_1], call)).get(CASE_1) ?? [];
    for (const { hearingUid, document } of notices) {
      expect(hearingUid).toBe('KT-9999-2025-000001');
      expect(document).toMatchObject({ code: { code: 'FY-01' }, title: '传票' });
      expect(documents.filter(({ documentKey }) => documentKey === document?.documentKey)).toHaveLength(1);
    }
  });

  it('has one JC-03, under the procuratorate’s key, copies served on all three on 06-13', async () => {
    const { court } = await start();
    const documents = (await court.documentsByCase([CASE_1], call)).get(CASE_1) ?? [];
    const copy = (partyKey: string, to: string) => ({
      agencyCode: null,
      partyKey,
      to,
      method: { scheme: 'COURT-12368-DELIVERY', code: '1', name: '直接送达' },
      servedAt: '2025-06-13T09:30:00+08:00',
      ok: true,
    });
    const documentKey = 'JCWSS2025379999000011-03';
    expect(documents.filter(({ code }) => code.code === 'JC-03')).toEqual([
      {
        documentKey,
        code: { scheme: 'DOCUMENT', code: 'JC-03', name: '起诉书' },
        title: '起诉书',
        number: '虚检刑诉〔2025〕11号',
        issuer: 'PROC-379999',
        issuedOn: '2025-05-28',
        sealed: true,
        signatureValid: true,
        digest: `sm3:${createHash('sm3').update(documentKey).digest('hex')}`,
        deliveries: [copy('1', '张拟甲'), copy('2', '李拟乙'), copy('3', '王拟丙')],
      },
    ]);
  });
});

describe('case 5', () => {
  it('has one judge, an open hearing, nobody represented', async () => {
    const { court } = await start();
    expect((await court.caseFacts([CASE_5], call)).get(CASE_5)).toMatchObject({
      assignments: [
        { staffNo: 'FY0001', function: 'JUDGE' },
        { staffNo: 'FY0003', function: 'CLERK' },
      ],
      counsel: [],
    });
    expect((await court.casesByNumber([CASE_5], call)).get(CASE_5)).toMatchObject({
      docketedOn: '2025-06-03',
      trialLimitOn: '2025-12-03',
      procedure: 'ORDINARY',
    });
    const hearings = (await court.hearingsByCase([CASE_5], call)).get(CASE_5);
    expect(hearings).toMatchObject([{ startsAt: '2025-06-26T14:30:00+08:00', open: true }]);
    expect((await court.representationsByCase([CASE_5], call)).get(CASE_5)).toEqual([]);
  });

  it('has an unpaid fee of 1280000 fen, and notices due 06-23', async () => {
    const { court } = await start();
    expect((await court.feesByCase([CASE_5], call)).get(CASE_5)).toEqual([
      {
        noticeNo: 'JF-9999-2025-000005',
        amountFen: 1_280_000,
        noticedOn: '2025-06-13',
        dueOn: '2025-06-20',
        state: 'UNPAID',
        payerPartyKey: '1',
      },
    ]);
    const notices = (await court.noticesByCase([CASE_5], call)).get(CASE_5) ?? [];
    expect(notices.map(({ partyKey, dueOn }) => [partyKey, dueOn])).toEqual([
      ['1', '2025-06-23'],
      ['2', '2025-06-23'],
    ]);
  });

  it('has 郑拟寅 for plaintiff and 华拟卯 for defendant', async () => {
    const { court } = await start();
    expect((await court.partiesByCase([CASE_5], call)).get(CASE_5)).toMatchObject([
      { ...party('1', '郑拟寅', '379999198304250287', '13900009941', FEMALE), role: 'PLAINTIFF' },
      { ...party('2', '华拟卯', '449999197601300117', '13900009942', MALE), role: 'DEFENDANT' },
    ]);
  });
});

describe('case 8, from before 2016', () => {
  it('is found by its canonical number, and has nothing where nothing is written', async () => {
    const { court } = await start();
    expect((await court.casesByNumber([CASE_8], call)).get(CASE_8)).toEqual({
      courtCaseNo: '（2014）虚民初字第123号',
      rawNumber: '(2014)虚民初字第123号',
      agencyCode: 'COURT-379999',
      status: 'EFFECTIVE',
      procedure: null,
      cause: null,
      docketedOn: '2014-03-11',
      trialLimitOn: null,
      effectiveOn: null,
      precededBy: null,
      panel: [{ staffNo: 'FY0002', displayName: '周拟衡', title: '审判员' }],
      clerk: null,
      mediator: null,
    });
  });

  it('has 㛃拟𠮷, character for character, with fifteen digits of an area that is no more', async () => {
    const { court } = await start();
    const [plaintiff] = (await court.partiesByCase([CASE_8], call)).get(CASE_8) ?? [];
    expect(plaintiff).toMatchObject({ idNumber: '379998650808014', phone: null, minorAtOffence: null });
    expect([...(plaintiff?.displayName ?? '')].map((character) => character.codePointAt(0)?.toString(16))).toEqual([
      '36c3',
      '62df',
      '20bb7',
    ]);
  });

  it('writes what the tests above read: half-width brackets, an area code, an empty date, empty strings', () => {
    const row = court12368Rows().find(({ AH }) => AH.includes('2014'));
    expect(row).toMatchObject({ AH: '(2014)虚民初字第123号', FYDM: '379998', SXRQ: '0000-00-00 00:00:00', AY: '' });
  });
});

describe('the others', () => {
  it('4 is sealed, and says so', async () => {
    const { court } = await start();
    expect((await court.caseFacts([SEALED_4], call)).get(SEALED_4)).toMatchObject({ sealed: true, labelled: false });
  });

  it('9: who was recused is on record, and on the panel no more', async () => {
    const { court } = await start();
    const facts = (await court.caseFacts([CASE_9], call)).get(CASE_9);
    expect(facts?.recusedStaffNos).toEqual(['FY0001']);
    expect(facts?.assignments.map(({ staffNo }) => staffNo)).toEqual(['FY0002', 'FY0005']);
    const record = (await court.casesByNumber([CASE_9], call)).get(CASE_9);
    expect(record?.panel.map(({ staffNo }) => staffNo)).toEqual(['FY0002', 'FY0005']);
    expect(record?.effectiveOn).toBeNull();
  });

  it('10: judged 04-10, and the appeal names what it is an appeal from', async () => {
    const { court } = await start();
    const records = await court.casesByNumber([CASE_10, APPEAL_10], call);
    expect(records.get(CASE_10)).toMatchObject({ status: 'APPEALED', precededBy: null });
    expect(records.get(APPEAL_10)).toMatchObject({
      agencyCode: 'COURT-3799',
      status: 'DOCKETED',
      docketedOn: '2025-05-06',
      precededBy: CASE_10,
    });
    const judgment = (await court.documentsByCase([CASE_10], call))
      .get(CASE_10)
      ?.find(({ code }) => code.code === 'FY-02');
    expect(judgment?.issuedOn).toBe('2025-04-10');
    const parties = (await court.partiesByCase([APPEAL_10], call)).get(APPEAL_10) ?? [];
    expect(parties.map(({ displayName, legalStatus }) => [displayName, legalStatus])).toEqual([
      ['秦拟未', 'DEFENDANT'],
      ['尤拟申', 'DEFENDANT'],
    ]);
  });

  it('12: judged and served 05-15, in effect 05-27, and the defendant a convict', async () => {
    const { court } = await start();
    expect((await court.casesByNumber([CASE_12], call)).get(CASE_12)).toMatchObject({
      courtCaseNo: CASE_12,
      rawNumber: '(2025)鲁9999刑初999912号',
      status: 'EFFECTIVE',
      procedure: 'ORDINARY',
      docketedOn: '2025-04-01',
      // Two months end on a Sunday, and the two days after it are off too.
      trialLimitOn: '2025-06-03',
      effectiveOn: '2025-05-27',
      clerk: null,
    });
    const [judgment] =
      (await court.documentsByCase([CASE_12], call)).get(CASE_12)?.filter(({ code }) => code.code === 'FY-02') ?? [];
    const served = judgment?.deliveries.map(({ to, servedAt }) => [to, servedAt?.slice(0, 10)]);
    expect([judgment?.issuedOn, served]).toEqual([
      '2025-05-15',
      [
        ['沈拟酉', '2025-05-15'],
        ['虚构县人民检察院', '2025-05-15'],
      ],
    ]);
    const parties = await court.partiesByCase([CASE_12], call);
    expect(parties.get(CASE_12)).toMatchObject([{ displayName: '沈拟酉', legalStatus: 'CONVICT' }]);
  });

  it('the mediations of 5 and 14 are the mediator’s: one failed, one agreed on 06-05', async () => {
    const { court } = await start();
    const facts = await court.caseFacts([MEDIATION_5, MEDIATION_14], call);
    for (const { assignments } of facts.values()) {
      expect(assignments).toEqual([{ staffNo: 'TJ0001', function: 'MEDIATOR' }]);
    }
    const records = await court.casesByNumber([MEDIATION_5, MEDIATION_14], call);
    const mediator = { staffNo: 'TJ0001', displayName: '高拟和', title: '调解员' };
    expect(records.get(MEDIATION_5)).toMatchObject({
      ...{ status: 'TERMINATED', trialLimitOn: '2025-06-05', effectiveOn: null, panel: [], mediator },
    });
    expect(records.get(MEDIATION_14)).toMatchObject({
      ...{ status: 'EFFECTIVE', trialLimitOn: '2025-06-19', effectiveOn: '2025-06-05', mediator },
    });
    const parties = (await court.partiesByCase([MEDIATION_14], call)).get(MEDIATION_14) ?? [];
    expect(parties.map(({ displayName, role }) => [displayName, role])).toEqual([
      ['郑拟寅', 'APPLICANT'],
      ['华拟卯', 'RESPONDENT'],
    ]);
  });

  it('a seal and a label come through', async () => {
    const [row] = court12368Rows();
    const { court } = await start({ rows: row ? [{ ...row, SFFC: '1', MJ: '2' }] : [] });
    expect((await court.caseFacts([CASE_1], call)).get(CASE_1)).toMatchObject({ sealed: true, labelled: true });
  });
});

function party(partyKey: string, displayName: string, idNumber: string, phone: string, sex: object) {
  return { partyKey, displayName, idNumber, phone, sex };
}
