/** Whom the demo knows, with the purpose that each asks with, and the cases that each sees (WORLD 3, 7): nobody sees case 4 or the labelled record. */
export const SEEN: readonly (readonly [user: string, purpose: string, cases: readonly number[]])[] = [
  ['police.wang', 'HANDLE_CASE', [1, 2, 3, 6, 7]],
  ['police.zhao', 'HANDLE_CASE', [10, 12, 13]],
  ['police.fa', 'SUPERVISE_CASE', [3]],
  ['police.liu', 'HANDLE_CASE', [11]],
  ['detention.ma', 'HANDLE_CASE', [1, 2, 3]],
  ['proc.li', 'HANDLE_CASE', [1, 3, 6, 10, 12]],
  ['proc.chen', 'HANDLE_CASE', [2, 7]],
  ['proc.intake', 'HANDLE_CASE', [1, 2, 3, 6, 7, 9, 10, 12, 13]],
  ['court.lin', 'HANDLE_CASE', [1, 5]],
  ['court.zhou', 'HANDLE_CASE', [8, 9, 10, 12]],
  ['court.clerk', 'HANDLE_CASE', [1, 5]],
  ['legalaid.sun', 'LEGAL_AID', [1, 3]],
  ['mediator.gao', 'SERVE_PARTY', [5, 14]],
  ['lawyer.he', 'DEFEND', [1, 2]],
  ['party.zheng', 'SERVE_PARTY', [5, 14]],
  ['party.hua', 'SERVE_PARTY', [5, 14]],
  ['court.bulk', 'HANDLE_CASE', []],
  ['proc.bulk', 'HANDLE_CASE', []],
  ['police.bulk', 'HANDLE_CASE', []],
];

/** Roles that may never see a case, whatever the number. */
export const NEVER: readonly (readonly [user: string, purpose: string])[] = [
  ['notary.qian', 'SERVE_PARTY'],
  ['proc.12309', 'SERVE_PARTY'],
  ['court.12368', 'SERVE_PARTY'],
  ['police.head', 'SUPERVISE_CASE'],
  ['proc.head', 'SUPERVISE_CASE'],
  ['court.head', 'SUPERVISE_CASE'],
  ['coordinator.wu', 'STATISTICS'],
  ['officer.security', 'AUDIT_SECURITY'],
  ['officer.audit', 'AUDIT_SECURITY'],
  ['officer.system', 'AUDIT_SECURITY'],
];
