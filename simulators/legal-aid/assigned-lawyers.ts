import { answer, KEY_LENGTH } from '#simulators/legal-aid/answer.ts';
import type { RefCursor } from '#simulators/oracle/engine.ts';
import type { Procedure, ProcedureCall } from '#simulators/oracle/sql/procedures.ts';

const MOST_KEYS = 50;

const QUERY = `SELECT Z.FYAJBH, A.JGDM, A.CBRGH, A.FCBZ, A.MJDM, Z.ZPXH, Z.ZPLX, Z.LSZYZH, L.LSXM, Z.GHBH,
       TO_CHAR(Z.KSRQ, 'YYYYMMDD') AS KSRQ, TO_CHAR(Z.JSRQ, 'YYYYMMDD') AS JSRQ
  FROM FYZX.T_ZPJL Z
  JOIN FYZX.T_FYAJ A ON A.FYAJBH = Z.FYAJBH
  JOIN FYZX.T_LS L ON L.LSZYZH = Z.LSZYZH`;

/** PKG_FLYZ.CX_ZPLS 查询指派律师: the lawyers assigned to the cases of a comma-separated list, in the order of assignment. */
export const CX_ZPLS: Procedure = {
  name: 'FYZX.PKG_FLYZ.CX_ZPLS',
  parameters: [
    { name: 'P_AJBHLB', mode: 'in' },
    { name: 'P_JGM', mode: 'out' },
    { name: 'P_JGXX', mode: 'out' },
    { name: 'P_YB', mode: 'out' },
  ],
  async run(call) {
    const list = call.arguments.P_AJBHLB;
    const keys = String(list ?? '')
      .split(',')
      .map((key) => key.trim());
    if (list == null || keys.includes('')) return answer('1001', '案件编号列表为空或格式错误', await noRows(call));
    if (keys.length > MOST_KEYS) return answer('1002', `案件编号不得超过${MOST_KEYS}个`, await noRows(call));
    const places = keys.map((_, index) => `:${index + 1}`).join(', ');
    const rows = await call.query(
      `${QUERY} WHERE Z.FYAJBH IN (${places}) ORDER BY Z.FYAJBH, Z.ZPXH`,
      keys.map((key) => key.padEnd(KEY_LENGTH)),
    );
    return answer('0000', '成功', rows);
  },
};

function noRows(call: ProcedureCall): Promise<RefCursor> {
  return call.query(`${QUERY} WHERE 1 = 0`, []);
}
