import { assignLawyer } from '#simulators/legal-aid/assign-lawyer.ts';
import { CX_ZPLS } from '#simulators/legal-aid/assigned-lawyers.ts';
import type { Procedure } from '#simulators/oracle/sql/procedures.ts';

/** PKG_FLYZ 法律援助接口包. @param today the day of an assignment, `yyyy-MM-dd` */
export function legalAidPackage(today: () => string): readonly Procedure[] {
  return [CX_ZPLS, assignLawyer(today)];
}
