import { departmentOfAgency } from '#schema/agencies.ts';
import { SYSTEM_OF } from '#schema/departments.ts';

/** `<system>:<key>` with the system of the issuer, whose key a document keeps wherever it goes: all who hold a copy name it alike. */
export function documentUid(issuer: string, documentKey: string): string {
  const department = departmentOfAgency(issuer);
  return `${(department && SYSTEM_OF[department]) ?? issuer}:${documentKey}`;
}
