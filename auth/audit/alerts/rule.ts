import type { WorkingHours } from '#auth/audit/alerts/working-hours.ts';
import type { AuditRecord } from '#auth/audit/record.ts';

/** A record as it lies in a log: the time is the process's own. */
export type LoggedRecord = AuditRecord & { readonly at: string };

/** So many matching records of one actor within so many minutes are an alert. */
export interface Threshold {
  readonly count: number;
  readonly minutes: number;
}

export interface AlertRule {
  /** Stands in the alert, and names the setting of its threshold. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Where no setting says otherwise. */
  readonly threshold: Threshold;
  matches(record: LoggedRecord, hours: WorkingHours): boolean;
}
