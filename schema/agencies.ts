import type { Department } from '#schema/departments.ts';

/** An agency (机关) as the graph names it; `agencyCode` is the platform's own code and stands in tokens and envelopes. */
export interface Agency {
  readonly agencyCode: string;
  readonly department: Department;
  readonly name: string;
  /** GB/T 2260. */
  readonly areaCode: string;
  readonly level: 'COUNTY' | 'PREFECTURE';
}

/** The agency directory (机关名录): an invented county, a sliver of a second, and the court above the first. */
export const AGENCIES: readonly Agency[] = [
  county('POLICE-379999', 'POLICE', '虚构县公安局'),
  county('DETENTION-379999', 'DETENTION_CENTRE', '虚构县看守所'),
  county('PROC-379999', 'PROCURATORATE', '虚构县人民检察院'),
  county('COURT-379999', 'COURT', '虚构县人民法院'),
  county('JUSTICE-379999', 'JUSTICE', '虚构县司法局'),
  county('LEGALAID-379999', 'JUSTICE', '虚构县法律援助中心'),
  county('MEDIATION-379999', 'JUSTICE', '虚构县人民调解委员会'),
  county('CORRECTION-379999', 'JUSTICE', '虚构县社区矫正管理局'),
  county('COORD-379999', 'COORDINATION', '虚构县委政法委员会'),
  county('POLICE-439999', 'POLICE', '拟设县公安局'),
  county('PROC-439999', 'PROCURATORATE', '拟设县人民检察院'),
  county('COURT-439999', 'COURT', '拟设县人民法院'),
  county('LEGALAID-439999', 'JUSTICE', '拟设县法律援助中心'),
  county('CORRECTION-439999', 'JUSTICE', '拟设县社区矫正管理局'),
  {
    agencyCode: 'NOTARY-32379999FAKE6NTY35',
    department: 'NOTARY',
    name: '虚构县公证处',
    areaCode: '379999',
    level: 'COUNTY',
  },
  {
    agencyCode: 'COURT-3799',
    department: 'COURT',
    name: '虚构市中级人民法院',
    areaCode: '379900',
    level: 'PREFECTURE',
  },
];

const directory = new Map(AGENCIES.map((agency) => [agency.agencyCode, agency]));

/** The department that an agency counts under, or null for a code that the directory does not have. */
export function departmentOfAgency(agencyCode: string): Department | null {
  return directory.get(agencyCode)?.department ?? null;
}

/** Its area (GB/T 2260), or null for a code that the directory does not have. */
export function areaOfAgency(agencyCode: string): string | null {
  return directory.get(agencyCode)?.areaCode ?? null;
}

/** County agencies carry their area code in their own. */
function county(agencyCode: string, department: Department, name: string): Agency {
  return { agencyCode, department, name, areaCode: agencyCode.slice(-6), level: 'COUNTY' };
}
