import type { OutValue, RefCursor } from '#simulators/oracle/engine.ts';

/** Length of the CHAR column that case keys are compared with. */
export const KEY_LENGTH = 24;

/** What every procedure of the package gives: 结果码, 结果信息, 游标, and what is its own. */
export function answer(
  code: string,
  message: string,
  cursor: RefCursor,
  more: Readonly<Record<string, OutValue>> = {},
) {
  return { P_JGM: code, P_JGXX: message, P_YB: cursor, ...more };
}
