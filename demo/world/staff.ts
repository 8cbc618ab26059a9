/** Officers and lawyers whom the departments' own records name. `staffNo` and `licenceNo` are what ties a token to a record. */
export interface Staff {
  readonly staffNo: string;
  readonly name: string;
  readonly agencyCode: string;
}

const staff = (staffNo: string, name: string, agencyCode: string): Staff => ({ staffNo, name, agencyCode });

export const STAFF = {
  lin: staff('FY0001', '林拟审', 'COURT-379999'),
  zhou: staff('FY0002', '周拟衡', 'COURT-379999'),
  clerk: staff('FY0003', '苏拟录', 'COURT-379999'),
  fang: staff('FY0005', '方拟议', 'COURT-379999'),
  meng: staff('FY0006', '孟拟陪', 'COURT-379999'),
  upper: staff('FZ0001', '谢拟终', 'COURT-3799'),
  sun: staff('FA0001', '孙拟援', 'LEGALAID-379999'),
} as const satisfies Record<string, Staff>;

export interface LawFirm {
  readonly uscc: string;
  readonly name: string;
}

export interface Lawyer {
  readonly licenceNo: string;
  readonly name: string;
  readonly firm: LawFirm;
}

export const FIRM: LawFirm = { uscc: '31379999FAKE5LAW5B', name: '虚构正衡律师事务所' };

export const LAWYERS = {
  he: { licenceNo: '13799202010999001', name: '何拟辩', firm: FIRM },
  luo: { licenceNo: '13799201810999004', name: '罗拟助', firm: FIRM },
  deng: { licenceNo: '13799201911999005', name: '邓拟扶', firm: FIRM },
} as const satisfies Record<string, Lawyer>;
