/** The people of the demo county: all invented, their numbers valid but allotted to nobody (area codes that end in 9999, or a prefecture 99). */
export interface Person {
  readonly name: string;
  /** 18 characters, or the 15 digits of the first generation. */
  readonly idNumber: string;
  readonly phone: string | null;
}

export const PEOPLE = {
  zhang: person('张拟甲', '379999198506120130', '13900009901'),
  li: person('李拟乙', '379999199208180164', '13900009902'),
  wang: person('王拟丙', '379999200803020152', '13900009903'),
  zhao: person('赵拟丁', '159999199505240185', '13900009904'),
  zhou: person('周拟庚', '379999199007150110', '13900009911'),
  wu: person('吴拟辛', '439999198811200328', '13900009912'),
  sun: person('孙拟壬', '379999199910050255', '13900009913'),
  qian: person('钱拟癸', '379999197909010177', '13900009921'),
  feng: person('冯拟子', '379999200706110236', '13900009931'),
  zheng: person('郑拟寅', '379999198304250287', '13900009941'),
  hua: person('华拟卯', '449999197601300117', '13900009942'),
  chen: person('陈拟辰', '629999197004010393', '13900009951'),
  xu: person('许拟巳', '379999199802140464', '13900009952'),
  jie: person('㛃拟𠮷', '379998650808014', null),
  qin: person('秦拟未', '379999198703170196', null),
  you: person('尤拟申', '37999919910628021X', null),
  he: person('何拟午', '439999199309030313', null),
  shen: person('沈拟酉', '379999198808080197', null),
  han: person('韩拟戌', '379999199512120238', null),
  // Whom WORLD does not name: the suspects of cases 6, 7 and 9 and of the labelled record, the defendant of case 8.
  wei: person('卫拟戊', '379999199104050314', null),
  jiang: person('蒋拟己', '379999198809230273', null),
  chu: person('褚拟丑', '379999199507140357', null),
  yang: person('杨拟亥', '37999919830219041X', null),
  lu: person('鲁拟川', '379999195503120377', null),
} as const satisfies Record<string, Person>;

export type PersonKey = keyof typeof PEOPLE;

function person(name: string, idNumber: string, phone: string | null): Person {
  return { name, idNumber, phone };
}
