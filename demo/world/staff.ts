/** Officers and lawyers whom the departments' own records name. `staffNo` and `licenceNo` are what ties a token to a record. */
export interface Staff {
  readonly staffNo: string;
  readonly name: string;
  readonly agencyCode: string;
}

/** The officers of WORLD 3, and colleagues of theirs: in panels, as seconds and assistants. */
export const STAFF = {
  wang: staff('GA0001', '王拟侦', 'POLICE-379999'),
  zhao: staff('GA0002', '赵拟查', 'POLICE-379999'),
  fa: staff('GA0003', '法拟核', 'POLICE-379999'),
  shi: staff('GA0004', '石拟协', 'POLICE-379999'),
  tao: staff('GA0005', '陶拟办', 'POLICE-379999'),
  pan: staff('GA0006', '潘拟避', 'POLICE-379999'),
  liu: staff('GB0001', '刘拟侦', 'POLICE-439999'),
  ma: staff('KS0001', '马拟押', 'DETENTION-379999'),
  li: staff('JC0001', '李拟诉', 'PROC-379999'),
  chen: staff('JC0002', '陈拟捕', 'PROC-379999'),
  intake: staff('JC0003', '苗拟案', 'PROC-379999'),
  hotline12309: staff('JC0004', '安拟访', 'PROC-379999'),
  zou: staff('JC0005', '邹拟检', 'PROC-379999'),
  assistant: staff('JC0006', '柳拟助', 'PROC-379999'),
  lin: staff('FY0001', '林拟审', 'COURT-379999'),
  zhou: staff('FY0002', '周拟衡', 'COURT-379999'),
  clerk: staff('FY0003', '苏拟录', 'COURT-379999'),
  hotline12368: staff('FY0004', '祝拟线', 'COURT-379999'),
  fang: staff('FY0005', '方拟议', 'COURT-379999'),
  meng: staff('FY0006', '孟拟陪', 'COURT-379999'),
  ding: staff('FY0007', '丁拟记', 'COURT-379999'),
  upper: staff('FZ0001', '谢拟终', 'COURT-3799'),
  ning: staff('FZ0002', '宁拟复', 'COURT-3799'),
  xiang: staff('FZ0003', '项拟核', 'COURT-3799'),
  sun: staff('FA0001', '孙拟援', 'LEGALAID-379999'),
  gao: staff('TJ0001', '高拟和', 'MEDIATION-379999'),
  tang: staff('SJ0001', '唐拟矫', 'CORRECTION-379999'),
  notary: staff('GZ0001', '钱拟证', 'NOTARY-32379999FAKE6NTY35'),
  wu: staff('ZF0001', '吴拟调', 'COORD-379999'),
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

function staff(staffNo: string, name: string, agencyCode: string): Staff {
  return { staffNo, name, agencyCode };
}
