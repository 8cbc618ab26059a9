import type { Staff } from '#demo/world/staff.ts';

/** Who handles the generated cases: the bulk users (WORLD 3), and colleagues of theirs who have no account. */
export const BULK_STAFF = {
  police: staff('GA0009', '白设侦', 'POLICE-379999'),
  policePartner: staff('GA0019', '尹设协', 'POLICE-379999'),
  policeReviewer: staff('GA0029', '姚设核', 'POLICE-379999'),
  prosecutor: staff('JC0009', '毛设检', 'PROC-379999'),
  assistant: staff('JC0019', '江设助', 'PROC-379999'),
  caseManager: staff('JC0029', '史设案', 'PROC-379999'),
  judge: staff('FY0009', '唐设审', 'COURT-379999'),
  secondJudge: staff('FY0019', '费设议', 'COURT-379999'),
  assessor: staff('FY0029', '廉设陪', 'COURT-379999'),
  clerk: staff('FY0039', '岑设录', 'COURT-379999'),
  upperJudge: staff('FZ0009', '薛设终', 'COURT-3799'),
  upperSecondJudge: staff('FZ0019', '雷设议', 'COURT-3799'),
  upperThirdJudge: staff('FZ0029', '贺设议', 'COURT-3799'),
  upperClerk: staff('FZ0039', '倪设录', 'COURT-3799'),
  mediator: staff('TJ0009', '汤设和', 'MEDIATION-379999'),
  legalAid: staff('FB0009', '滕设援', 'LEGALAID-439999'),
} as const satisfies Record<string, Staff>;

function staff(staffNo: string, name: string, agencyCode: string): Staff {
  return { staffNo, name, agencyCode };
}
