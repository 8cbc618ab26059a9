import { createHash } from 'node:crypto';
import type { DocumentInFile } from '#demo/systems/court-12368/file.ts';
import type { DocumentRow } from '#simulators/court-12368/rows.ts';

/** Sealed documents whose digest is the same at every agency that has them: SM3 of their key. */
export function documents(...files: readonly DocumentInFile[]): readonly DocumentRow[] {
  return files.map(({ served = [], ...document }) => ({
    ...document,
    SFQZ: '1',
    YQJG: '1',
    WSZYZ: createHash('sm3').update(document.WSBH).digest('hex').toUpperCase(),
    SDJL: served,
  }));
}
