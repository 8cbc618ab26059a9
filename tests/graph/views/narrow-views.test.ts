import { describe, expect, it } from '@jest/globals';
import { caseSeen, caseUidOf, lookAt, NO_ROWS, NOTHING_ELSE } from '#tests/graph/views/everything.ts';

/** ‘Only’, ‘through’ and bracketed limits (WORLD 7): number, kind, stage and the named thing; every other list empty, every other field null. */
async function expectOnly(user: string, caseNo: number, facts: object): Promise<void> {
  const { status, data, errors } = await lookAt(user, caseNo);
  expect({ status, data, errors }).toEqual({
    status: 200,
    data: { case: { ...NOTHING_ELSE, caseUid: caseUidOf(caseNo), ...facts } },
    errors: [],
  });
}

const CRIMINAL_TRIAL = { kind: 'CRIMINAL', currentStage: 'FIRST_INSTANCE' };
const CRIMINAL_REVIEW = { kind: 'CRIMINAL', currentStage: 'PROSECUTION_REVIEW' };
const CRIMINAL_INVESTIGATION = { kind: 'CRIMINAL', currentStage: 'INVESTIGATION' };

const person = (displayName: string) => ({
  ...{ personUid: expect.any(String), displayName },
  ...{ sexCode: null, idNumberMasked: null, phoneMasked: null },
});
const accused = (name: string, legalStatus: string, facts: object) => ({
  ...{ partyUid: expect.any(String), role: 'SUSPECT_OR_DEFENDANT', legalStatus },
  ...{ minorAtOffence: false, protectedIdentity: false, person: person(name) },
  ...NO_ROWS,
  ...facts,
});
const agency = (agencyCode: string) => ({ agencyCode });
const CENTRE = agency('DETENTION-379999');
const handover = (number: string, from: string, to: string, sentAt: string, reason: string) => ({
  ...{ handoverUid: `police:${number}`, from: agency(from), to: agency(to), reason, sentAt },
});
const [POLICE, PROC, COURT] = ['POLICE-379999', 'PROC-379999', 'COURT-379999'];

/** 周拟庚, arrested 2025-06-15, held for the police. */
const ZHOU_CUSTODY = {
  ...{ detentionCentre: CENTRE, heldFor: agency(POLICE), limitFrom: '2025-06-15', limitTo: '2025-08-15' },
  ...{ handovers: [], pendingHandover: null },
};

describe('detention.ma: the custody of the named detainee', () => {
  it('case 1: 张拟甲’s', async () => {
    const custody = {
      ...{ detentionCentre: CENTRE, heldFor: agency(COURT), limitFrom: '2025-05-29', limitTo: '2025-07-29' },
      handovers: [
        handover('HY379999202503000101', POLICE, PROC, '2025-04-07T09:00:00+08:00', '移送审查起诉'),
        handover('HY379999202503000102', PROC, POLICE, '2025-04-21T09:00:00+08:00', '第一次退回补充侦查'),
        handover('HY379999202503000103', POLICE, PROC, '2025-05-06T09:00:00+08:00', '补充侦查后重新移送审查起诉'),
        handover('HY379999202503000104', PROC, COURT, '2025-05-28T09:00:00+08:00', '提起公诉'),
      ],
      pendingHandover: null,
    };
    await expectOnly('detention.ma', 1, { ...CRIMINAL_TRIAL, parties: [accused('张拟甲', 'DEFENDANT', { custody })] });
  });

  it('case 2: 周拟庚’s, of neither of those released', async () => {
    const parties = [accused('周拟庚', 'SUSPECT', { custody: ZHOU_CUSTODY })];
    await expectOnly('detention.ma', 2, { ...CRIMINAL_INVESTIGATION, parties });
  });

  it('case 3: 钱拟癸’s, with the 换押 that is not done', async () => {
    const pending = 'HY379999202501000304';
    const custody = {
      ...{ detentionCentre: CENTRE, heldFor: agency(PROC), limitFrom: '2025-04-30', limitTo: '2025-05-30' },
      handovers: [
        handover('HY379999202501000301', POLICE, PROC, '2025-03-03T09:00:00+08:00', '移送审查起诉'),
        handover('HY379999202501000302', PROC, POLICE, '2025-03-31T09:00:00+08:00', '第一次退回补充侦查'),
        handover('HY379999202501000303', POLICE, PROC, '2025-04-30T09:00:00+08:00', '补充侦查后重新移送审查起诉'),
        handover(pending, PROC, POLICE, '2025-05-30T09:00:00+08:00', '第二次退回补充侦查'),
      ],
      pendingHandover: { handoverUid: `police:${pending}` },
    };
    await expectOnly('detention.ma', 3, { ...CRIMINAL_REVIEW, parties: [accused('钱拟癸', 'SUSPECT', { custody })] });
  });
});

describe('lawyer.he before prosecution review (CPL 38)', () => {
  it('case 2: the own client, with measures and custody', async () => {
    const detention = {
      ...{ kind: 'DETENTION', decidedBy: agency(POLICE), from: '2025-06-05T09:00:00+08:00' },
      ...{ limitOn: '2025-06-19', endedOn: '2025-06-15', documentUid: expect.any(String) },
    };
    const arrest = {
      ...{ kind: 'ARREST', decidedBy: agency(POLICE), from: '2025-06-15T16:00:00+08:00' },
      ...{ limitOn: '2025-08-15', endedOn: null, documentUid: expect.any(String) },
    };
    const lawyer = { name: '何拟辩', licenceNo: '13799202010999001' };
    const representations = [{ kind: 'RETAINED', lawyer, from: '2025-06-07', to: null, letter: null }];
    const held = { measures: [detention, arrest], currentMeasure: { kind: 'ARREST' }, custody: ZHOU_CUSTODY };
    const rows = { ...held, representations };
    const parties = [accused('周拟庚', 'SUSPECT', rows)];
    await expectOnly('lawyer.he', 2, { ...CRIMINAL_INVESTIGATION, parties });
  });
});

describe('legalaid.sun: the aid records, with their beneficiaries', () => {
  const beneficiary = (name: string, legalStatus: string, known: object, facts: object = {}) =>
    accused(name, legalStatus, { ...facts, person: { ...person(name), ...known } });
  const lawyer = (name: string, licenceNo: string) => ({
    ...{ name, licenceNo, active: true, firm: { name: '虚构正衡律师事务所' } },
  });
  const record = (serial: number, facts: object) => ({
    ...{ legalAidId: `LA-2025-00000${serial}`, rawNumber: `（2025）虚法援刑字第${serial}号` },
    ...facts,
  });
  const AT_COURT = { stage: 'FIRST_INSTANCE', status: 'ASSIGNED', notifiedBy: agency(COURT), assignBy: '2025-06-03' };

  it('case 1: of 李拟乙 and 王拟丙', async () => {
    const li = { sexCode: '2', idNumberMasked: '379***********0164', phoneMasked: '139****9902' };
    const legalAidCases = [
      record(1, {
        ...AT_COURT,
        ...{ ground: 'ORDINARY_PROCEDURE_NO_DEFENDER', notifiedAt: '2025-05-30T10:05:00+08:00' },
        ...{ beneficiary: beneficiary('李拟乙', 'DEFENDANT', li), lawyer: lawyer('罗拟助', '13799201810999004') },
      }),
      record(2, {
        ...AT_COURT,
        ...{ ground: 'MINOR', notifiedAt: '2025-05-30T10:20:00+08:00' },
        // Of a minor, nothing of the number: it holds the day of birth.
        beneficiary: beneficiary('王拟丙', 'DEFENDANT', { sexCode: '1' }, { minorAtOffence: true }),
        lawyer: lawyer('邓拟扶', '13799201911999005'),
      }),
    ];
    await expectOnly('legalaid.sun', 1, { ...CRIMINAL_TRIAL, legalAidCases });
  });

  it('case 3: of 钱拟癸', async () => {
    const qian = { sexCode: '1', idNumberMasked: '379***********0177', phoneMasked: '139****9921' };
    const notice = { notifiedBy: agency(PROC), notifiedAt: '2025-06-12T14:30:00+08:00', assignBy: '2025-06-16' };
    const legalAidCases = [
      record(3, {
        ...{ ground: 'ORDINARY_PROCEDURE_NO_DEFENDER', stage: 'PROSECUTION_REVIEW', status: 'RECEIVED', ...notice },
        ...{ beneficiary: beneficiary('钱拟癸', 'SUSPECT', qian), lawyer: null },
      }),
    ];
    await expectOnly('legalaid.sun', 3, { ...CRIMINAL_REVIEW, legalAidCases });
  });
});

describe('mediator.gao: the record of the mediation', () => {
  const mediation = (number: string, facts: object) => ({
    ...{ courtCaseNo: number, rawNumber: number, court: null, procedure: null, cause: null },
    ...{ effectiveOn: null, precededBy: null, panel: [], clerk: null, hearings: [], fees: [] },
    mediator: { displayName: '高拟和', title: '调解员' },
    ...facts,
  });

  it('case 5: that failed, and nothing of the trial', async () => {
    const facts = { status: 'TERMINATED', docketedOn: '2025-05-06', trialLimitOn: '2025-06-05' };
    const courtCases = [mediation('（2025）鲁9999诉前调999915号', facts)];
    await expectOnly('mediator.gao', 5, { kind: 'CIVIL', currentStage: 'FIRST_INSTANCE', courtCases });
  });

  it('case 14: that agreed', async () => {
    const facts = { status: 'EFFECTIVE', docketedOn: '2025-05-20', trialLimitOn: '2025-06-19' };
    const courtCases = [mediation('（2025）鲁9999诉前调999914号', facts)];
    await expectOnly('mediator.gao', 14, { kind: 'MEDIATION', currentStage: 'ACCEPTANCE', courtCases });
  });
});

it('court.zhou, case 10: of the appeal the number, status, docketing and what it is an appeal from', async () => {
  const { courtCases } = await caseSeen<{ courtCases: unknown[] }>('court.zhou', 10);
  const [own, appeal] = courtCases;
  expect(own).toMatchObject({ courtCaseNo: '（2025）鲁9999刑初999910号', status: 'APPEALED', court: agency(COURT) });
  expect(appeal).toEqual({
    ...{ courtCaseNo: '（2025）鲁99刑终999920号', rawNumber: '（2025）鲁99刑终999920号', status: 'DOCKETED' },
    docketedOn: '2025-05-06',
    precededBy: { courtCaseNo: '（2025）鲁9999刑初999910号', status: 'APPEALED', docketedOn: '2025-02-10' },
    ...{ court: null, procedure: null, cause: null, trialLimitOn: null, effectiveOn: null },
    ...{ panel: [], clerk: null, mediator: null, hearings: [], fees: [] },
  });
});
