/** Departments (部门) and the legacy systems that they run. Errors and facts name them by these words. */

export const DEPARTMENTS = [
  'POLICE',
  'PROCURATORATE',
  'COURT',
  'JUSTICE',
  'NOTARY',
  'COORDINATION',
  'DETENTION_CENTRE',
  'PLATFORM',
] as const;
export type Department = (typeof DEPARTMENTS)[number];

/** Short names of the legacy systems, as they stand in errors, logs and settings. */
export const SYSTEMS = ['12368', '12309', 'legal-aid', 'notary', 'police'] as const;
export type SystemName = (typeof SYSTEMS)[number];

/** What a department is called in a sentence that a person reads. */
export const DEPARTMENT_NAMES: Readonly<Record<Department, { zh: string; en: string }>> = {
  POLICE: { zh: '公安机关', en: 'the police' },
  PROCURATORATE: { zh: '检察机关', en: 'the procuratorate' },
  COURT: { zh: '法院', en: 'the court' },
  JUSTICE: { zh: '司法行政机关', en: 'the justice bureau' },
  NOTARY: { zh: '公证机构', en: 'the notary office' },
  COORDINATION: { zh: '政法协调机构', en: 'the coordination office' },
  DETENTION_CENTRE: { zh: '看守所', en: 'the detention centre' },
  PLATFORM: { zh: '平台', en: 'the platform' },
};
