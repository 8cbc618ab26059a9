import type { AlertRule } from '#auth/audit/alerts/rule.ts';
import { ALERT_RULES } from '#auth/audit/alerts/rules.ts';
import type { WorkingHours } from '#auth/audit/alerts/working-hours.ts';

export interface AlertSettings {
  /**
   * The rules with their thresholds: `ALERT_<RULE>` as `count/minutes`, such as `ALERT_ACCESS_NOT_ASSIGNED=10/60`.
   * @default the table's own
   */
  readonly rules: readonly AlertRule[];
  /** `ALERT_WORKING_HOURS`, Chinese time on working days. @default `08:00-18:00` */
  readonly hours: WorkingHours;
}

/** @throws Error one sentence that names the setting, where its form is not as above */
export function readAlertSettings(env: NodeJS.ProcessEnv): AlertSettings {
  return {
    rules: ALERT_RULES.map((rule) => ({ ...rule, threshold: thresholdOf(env, rule) })),
    hours: hoursOf(env),
  };
}

/** Without a setting: what tests and a first start use. */
export const DEFAULT_ALERT_SETTINGS: AlertSettings = readAlertSettings({});

function thresholdOf(env: NodeJS.ProcessEnv, { id, threshold }: AlertRule): AlertRule['threshold'] {
  const name = `ALERT_${id.toUpperCase().replaceAll(/[.-]/g, '_')}`;
  const text = env[name];
  if (!text) return threshold;
  const [, count, minutes] = /^([1-9]\d{0,6})\/([1-9]\d{0,4})$/.exec(text) ?? [];
  if (count === undefined || minutes === undefined)
    throw new Error(`${name} 应为 次数/分钟，如 10/60 / ${name} is count/minutes, such as 10/60: ${text}`);
  return { count: Number(count), minutes: Number(minutes) };
}

function hoursOf({ ALERT_WORKING_HOURS: text = '08:00-18:00' }: NodeJS.ProcessEnv): WorkingHours {
  const [, from, to] = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text) ?? [];
  if (from === undefined || to === undefined || from >= to)
    throw new Error(
      `ALERT_WORKING_HOURS 应为 时:分-时:分，如 08:00-18:00 / ALERT_WORKING_HOURS is hours of a day, such as 08:00-18:00: ${text}`,
    );
  return { from, to };
}
