import { DEPARTMENT_NAMES, DEPARTMENTS, type Department } from '#schema/departments.ts';

/** 部门 department that an agency counts under; the names are those of errors and facts. */
export const DEPARTMENT = Object.fromEntries(
  DEPARTMENTS.map((department) => [
    department,
    `${DEPARTMENT_NAMES[department].zh} ${DEPARTMENT_NAMES[department].en}`,
  ]),
) as Readonly<Record<Department, string>>;
