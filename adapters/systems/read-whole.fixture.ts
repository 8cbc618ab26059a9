import { DepartmentError } from '#schema/errors/graph-error.ts';

/** Reads a record and every field of it, however deep. @throws what the first field that cannot be read throws */
export function readWhole(read: () => unknown): void {
  try {
    JSON.stringify(read());
  } catch (error) {
    throw error instanceof DepartmentError ? error.cause : error;
  }
}
