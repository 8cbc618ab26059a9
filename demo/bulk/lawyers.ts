import type { LawFirm, Lawyer } from '#demo/world/staff.ts';

/** Firms of the other county: no lawyer of the world acts in a generated case. */
const FIRMS = [
  { uscc: '31439999FAKE8LAW1C', name: '拟设明理律师事务所' },
  { uscc: '31439999FAKE9LAW7N', name: '拟设中和律师事务所' },
] as const satisfies readonly LawFirm[];

const NAMES = ['殷设辩', '罗设辩', '毕设辩', '郝设辩', '安设辩', '常设辩', '乐设辩', '于设辩'] as const;

export const BULK_FIRMS: readonly LawFirm[] = FIRMS;
export const BULK_LAWYERS: readonly Lawyer[] = NAMES.map((name, index) => ({
  licenceNo: `143992015${index % 2 === 0 ? 10 : 11}80000${index + 1}`,
  name,
  firm: FIRMS[index % FIRMS.length] ?? FIRMS[0],
}));
