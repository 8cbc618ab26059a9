/** What the generated cases are about, in words that court and police each have a code of their own for. */
export const CRIMES = [
  { name: '盗窃', victims: true },
  { name: '诈骗', victims: true },
  { name: '故意伤害', victims: true },
  { name: '寻衅滋事', victims: true },
  { name: '敲诈勒索', victims: true },
  { name: '危险驾驶', victims: false },
] as const satisfies readonly Crime[];
export type CrimeName = (typeof CRIMES)[number]['name'];

interface Crime {
  readonly name: string;
  readonly victims: boolean;
}

export const DISPUTES = ['民间借贷纠纷', '买卖合同纠纷', '房屋租赁合同纠纷', '物业服务合同纠纷'] as const;
export type Dispute = (typeof DISPUTES)[number];
