import type { LegalStatus } from '#schema/enums/legal-status.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';

/** What each legal act that touches one person makes of that person (DOMAIN 2.1, 2.3). */
const STATUS_AFTER = {
  /** 提起公诉, or the docketing of a private prosecution. */
  PROSECUTED: 'DEFENDANT',
  /** 准许撤回起诉: the person is under review again until the procuratorate decides. */
  PROSECUTION_WITHDRAWN: 'SUSPECT',
  /** 不起诉. */
  NOT_PROSECUTED: 'NOT_PROSECUTED',
  /** 撤销案件, or 终止侦查 of this person. */
  CLEARED: 'CLEARED',
  /** 重新立案 on new facts. */
  REOPENED: 'SUSPECT',
  /** A guilty judgment takes effect (生效); its announcement changes nothing. */
  GUILTY_EFFECTIVE: 'CONVICT',
  /** A judgment of not guilty takes effect. */
  NOT_GUILTY_EFFECTIVE: 'ACQUITTED',
  /** 再审 is ordered: the person is on trial again. */
  RETRIAL_ORDERED: 'DEFENDANT',
} as const satisfies Record<string, LegalStatus>;

export interface LegalAct {
  readonly act: keyof typeof STATUS_AFTER;
  /** LegalDate; of a judgment the day on which it takes effect. */
  readonly on: string;
}

/**
 * What the law calls a person in a case (诉讼地位) on a day: a suspect until prosecution, then a defendant, a convict only by an
 * effective guilty judgment. It is reckoned for each person: those of one case differ. Of acts on one day the last listed counts.
 */
export function legalStatusOf(role: PartyRole, acts: readonly LegalAct[], today: string): LegalStatus {
  if (role !== 'SUSPECT_OR_DEFENDANT') return 'NOT_APPLICABLE';
  const done = acts.filter(({ on }) => on <= today);
  const last = done.reduce<LegalAct | null>((before, act) => (before && before.on > act.on ? before : act), null);
  return last === null ? 'SUSPECT' : STATUS_AFTER[last.act];
}
