import { other, type WorldCase, worldCase } from '#demo/world/world-case.ts';

export const CIVIL_CASES: readonly WorldCase[] = [
  worldCase({
    caseUid: 'ZF-2025-000005',
    kind: 'CIVIL',
    stage: 'FIRST_INSTANCE',
    courtCaseNos: ['（2025）鲁9999民初999905号'],
    mediationNos: ['（2025）鲁9999诉前调999915号'],
    certificateNos: ['（2025）鲁虚构证民字第000001号', '（2025）鲁虚构证民字第000002号'],
    parties: [other('zheng', 'PLAINTIFF', { courtPartyKey: '1' }), other('hua', 'DEFENDANT', { courtPartyKey: '2' })],
  }),
  worldCase({
    caseUid: 'ZF-2014-000008',
    kind: 'CIVIL',
    stage: 'CLOSED',
    courtCaseNos: ['（2014）虚民初字第123号'],
    parties: [other('jie', 'PLAINTIFF', { courtPartyKey: '1' }), other('lu', 'DEFENDANT', { courtPartyKey: '2' })],
  }),
  worldCase({
    caseUid: 'ZF-2025-000014',
    kind: 'MEDIATION',
    stage: 'ACCEPTANCE',
    mediationNos: ['（2025）鲁9999诉前调999914号'],
    mediationUids: ['MED-2025-000014'],
    parties: [other('zheng', 'APPLICANT', { courtPartyKey: '1' }), other('hua', 'RESPONDENT', { courtPartyKey: '2' })],
  }),
];
