import { departmentOfAgency } from '#schema/agencies.ts';
import type { Department, SystemName } from '#schema/departments.ts';

/** Whose documents have their keys from which system; of all others the key is allotted by whoever lists them. */
const ALLOTS: Readonly<Partial<Record<Department, SystemName>>> = {
  POLICE: 'police',
  DETENTION_CENTRE: 'police',
  PROCURATORATE: '12309',
  COURT: '12368',
};

/** `<system>:<key>` with the system whose key it is: the issuer's, wherever a copy is listed, so that all who hold one name it alike. */
export function documentUid(listedBy: SystemName, issuer: string, documentKey: string): string {
  const department = departmentOfAgency(issuer);
  return `${(department && ALLOTS[department]) ?? listedBy}:${documentKey}`;
}
