import type { Department, SystemName } from '#schema/departments.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';

/** An element or column is missing or not what it should be. The message names it and never holds its value. */
export class UnreadableField extends Error {
  constructor(field: string, problem: string) {
    super(`${field} ${problem}`);
    this.name = 'UnreadableField';
  }
}

/** Whom errors name. */
export interface SystemOwner {
  readonly department: Department;
  readonly system: SystemName;
}

/** What `read` makes of a reply. @throws DepartmentError DEPARTMENT_DATA_INVALID where a field cannot be read */
export function reading<Answer>(owner: SystemOwner, read: () => Answer): Answer {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableField)) throw error;
    throw new DepartmentError('DEPARTMENT_DATA_INVALID', { ...owner, cause: error });
  }
}
