import { PEOPLE, type Person } from '#demo/world/people.ts';
import type { Staff } from '#demo/world/staff.ts';

/** People whom the police know beside those of `demo/world`: WORLD 5, and invented suspects where it names none. */
export const POLICE_PEOPLE = {
  ...PEOPLE,
  zhou: person('周拟庚', '379999199007150110', '13900009911'),
  wu: person('吴拟辛', '439999198811200328', '13900009912'),
  sun: person('孙拟壬', '379999199910050255', '13900009913'),
  qian: person('钱拟癸', '379999197909010177', '13900009921'),
  feng: person('冯拟子', '379999200706110236', '13900009931'),
  chen: person('陈拟辰', '629999197004010393', '13900009951'),
  xu: person('许拟巳', '379999199802140464', '13900009952'),
  he: person('何拟午', '439999199309030313', null),
  han: person('韩拟戌', '379999199512120238', null),
  wei: person('卫拟戊', '379999199104050314', null),
  jiang: person('蒋拟己', '379999198809230273', null),
  chu: person('褚拟丑', '379999199507140357', null),
  yang: person('杨拟亥', '37999919830219041X', null),
} as const satisfies Record<string, Person>;

export type PolicePersonKey = keyof typeof POLICE_PEOPLE;

export const POLICE_STAFF = {
  wang: staff('GA0001', '王拟侦', 'POLICE-379999'),
  zhao: staff('GA0002', '赵拟查', 'POLICE-379999'),
  fa: staff('GA0003', '法拟核', 'POLICE-379999'),
  shi: staff('GA0004', '石拟协', 'POLICE-379999'),
  tao: staff('GA0005', '陶拟办', 'POLICE-379999'),
  pan: staff('GA0006', '潘拟避', 'POLICE-379999'),
  liu: staff('GB0001', '刘拟侦', 'POLICE-439999'),
} as const satisfies Record<string, Staff>;

function person(name: string, idNumber: string, phone: string | null): Person {
  return { name, idNumber, phone };
}

function staff(staffNo: string, name: string, agencyCode: string): Staff {
  return { staffNo, name, agencyCode };
}
