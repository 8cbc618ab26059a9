/** The people of the demo county: all invented, their numbers valid but allotted to nobody (area codes that end in 9999, or a prefecture 99). */
export interface Person {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string | null;
}

const person = (name: string, idNumber: string, phone: string | null): Person => ({ name, idNumber, phone });

export const PEOPLE = {
  zhang: person('张拟甲', '379999198506120130', '13900009901'),
  li: person('李拟乙', '379999199208180164', '13900009902'),
  wang: person('王拟丙', '379999200803020152', '13900009903'),
  zhao: person('赵拟丁', '159999199505240185', '13900009904'),
  zheng: person('郑拟寅', '379999198304250287', '13900009941'),
  hua: person('华拟卯', '449999197601300117', '13900009942'),
  qin: person('秦拟未', '379999198703170196', null),
  you: person('尤拟申', '37999919910628021X', null),
  shen: person('沈拟酉', '379999198808080197', null),
} as const satisfies Record<string, Person>;

export type PersonKey = keyof typeof PEOPLE;
