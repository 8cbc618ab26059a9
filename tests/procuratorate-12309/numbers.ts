import { parseTransferKey } from '#adapters/systems/procuratorate-12309/record-no.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';

export const ARREST_1 = accepted('虚检刑捕受〔2025〕379999000001号');
export const REVIEW_1 = accepted('虚检刑诉受〔2025〕379999000011号');
export const ARREST_2 = accepted('虚检刑捕受〔2025〕379999000002号');
export const REVIEW_3 = accepted('虚检刑诉受〔2025〕379999000013号');
export const SEALED_4 = accepted('虚检刑诉受〔2024〕379999000004号');
export const REVIEW_6 = accepted('虚检刑诉受〔2025〕379999000016号');
export const ARREST_7 = accepted('虚检刑捕受〔2025〕379999000007号');
export const REVIEW_9 = accepted('虚检刑诉受〔2025〕379999000009号');
export const REVIEW_10 = accepted('虚检刑诉受〔2025〕379999000010号');
export const REVIEW_12 = accepted('虚检刑诉受〔2025〕379999000012号');
export const UNKNOWN = accepted('虚检刑诉受〔2025〕379999999999号');

/** The package of case 13, which nobody has accepted. */
export const WAITING_13 = parsed({ parse: parseTransferKey, name: { en: 'transfer key' } }, 'YS20250616-0001');
export const UNKNOWN_TRANSFER = parsed({ parse: parseTransferKey, name: { en: 'transfer key' } }, 'YS20250616-9999');

export const ALL = [
  ARREST_1,
  REVIEW_1,
  ARREST_2,
  REVIEW_3,
  SEALED_4,
  REVIEW_6,
  ARREST_7,
  REVIEW_9,
  REVIEW_10,
  REVIEW_12,
];

export const POLICE_1 = policeCase('A3799990000002025030001');
export const POLICE_7 = policeCase('A3799990000002025050007');
export const POLICE_13 = policeCase('A3799990000002025040013');
export const LAWYER_HE = parsed(lawyerLicenceNo, '13799202010999001');

export function accepted(text: string) {
  return parsed(acceptanceNo, text);
}

export function policeCase(text: string) {
  return parsed(policeCaseNo, text);
}

function parsed<Value extends string>(
  kind: { parse(raw: string): Value | null; name: { en: string } },
  text: string,
): Value {
  const value = kind.parse(text);
  if (value === null) throw new Error(`${text} is not a ${kind.name.en}`);
  return value;
}
