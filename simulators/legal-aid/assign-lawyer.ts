import { answer, KEY_LENGTH } from '#simulators/legal-aid/answer.ts';
import { OracleError, type OraValue, type OutValue } from '#simulators/oracle/engine.ts';
import type { Procedure, ProcedureCall } from '#simulators/oracle/sql/procedures.ts';

/** One request for an assignment: 请求编号, case, lawyer, and who asks. */
interface Request {
  readonly key: string;
  readonly caseKey: string;
  readonly licenceNo: string;
  readonly staffNo: string;
}

type Outcome = Readonly<Record<string, OutValue>>;

const CASE = `SELECT FYAJBH, JGDM, CBRGH, FCBZ, MJDM, AH, AJJD, YYLB, ZT, TZJGDM, TZSJ, TO_CHAR(ZPQX, 'YYYYMMDD') AS ZPQX,
       GLAHLX, GLAH, SYRBH, SYRLB, BHBZ, WCNBZ, CASE WHEN BHBZ = '0' THEN SYRXM ELSE SYRHM END AS SYRXM,
       CASE WHEN BHBZ = '0' THEN XBDM END AS XBDM, LSZYZH, LSXM, LSSDM, LSSMC, ZYZT
  FROM FYZX.V_FYAJ WHERE FYAJBH = :1 AND FCBZ = '0' AND NVL(MJDM, '0') = '0'`;
const REQUEST = 'SELECT FYAJBH, LSZYZH, ZPRGH, ZPXH FROM FYZX.T_ZPQQ WHERE QQBH = :1';
const CLAIM = `INSERT INTO FYZX.T_ZPQQ (QQBH, FYAJBH, LSZYZH, ZPRGH, ZPXH)
  SELECT :1, :2, :3, :4, NVL(MAX(ZPXH), 0) + 1 FROM FYZX.T_ZPJL WHERE FYAJBH = :5`;
/** 给予援助, or 收件 on an organ's notice: a notified case needs no decision of the centre. */
const ASSIGN = `UPDATE FYZX.T_FYAJ SET ZT = '30', ZTRQ = TO_DATE(:1, 'YYYY-MM-DD'), LSZYZH = :2
 WHERE FYAJBH = :3 AND FCBZ = '0' AND NVL(MJDM, '0') = '0' AND (ZT = '20' OR ZT = '10' AND TZJGDM IS NOT NULL)`;
const RECORD = `INSERT INTO FYZX.T_ZPJL (FYAJBH, ZPXH, ZPLX, LSZYZH, ZPRGH, KSRQ)
  SELECT A.FYAJBH, Q.ZPXH, NVL2(A.TZJGDM, 1, 2), Q.LSZYZH, Q.ZPRGH, A.ZTRQ
    FROM FYZX.T_ZPQQ Q JOIN FYZX.T_FYAJ A ON A.FYAJBH = Q.FYAJBH WHERE Q.QQBH = :1`;

/** @param today the day of an assignment, `yyyy-MM-dd` */
export function assignLawyer(today: () => string): Procedure {
  return {
    name: 'FYZX.PKG_FLYZ.ZP_LS',
    parameters: [
      { name: 'P_AJBH', mode: 'in' },
      { name: 'P_LSZYZH', mode: 'in' },
      { name: 'P_ZPRGH', mode: 'in' },
      { name: 'P_QQBH', mode: 'in' },
      { name: 'P_JGM', mode: 'out' },
      { name: 'P_JGXX', mode: 'out' },
      { name: 'P_ZPXH', mode: 'out' },
      { name: 'P_YB', mode: 'out' },
    ],
    /** Commits what it did; the cursor is the case as it stands then. A request that was made before changes nothing. */
    async run(call) {
      const request = requestOf(call);
      if (request === null) return refused(call, '1001', '参数不完整');
      if (!(await claimed(call, request))) return repeated(call, request);
      if (!(await isPractising(call, request))) return refused(call, '2002', '律师不存在或不在执业');
      const changed = await call.execute(ASSIGN, [today(), request.licenceNo, request.caseKey]);
      if (changed === 0) return refused(call, ...(await whyNot(call, request)));
      await call.execute(RECORD, [request.key]);
      await call.commit();
      return accepted(call, request);
    },
  };
}

function requestOf({ arguments: given }: ProcedureCall): Request | null {
  const [key, caseKey, licenceNo, staffNo] = [given.P_QQBH, given.P_AJBH, given.P_LSZYZH, given.P_ZPRGH];
  if (key == null || caseKey == null || licenceNo == null || staffNo == null) return null;
  return {
    key: String(key),
    caseKey: String(caseKey).padEnd(KEY_LENGTH),
    licenceNo: String(licenceNo),
    staffNo: String(staffNo),
  };
}

/** Whether the request is new. It waits for one with the same 请求编号 that is under way. */
async function claimed(call: ProcedureCall, { key, caseKey, licenceNo, staffNo }: Request): Promise<boolean> {
  try {
    await call.execute(CLAIM, [key, caseKey, licenceNo, staffNo, caseKey]);
    return true;
  } catch (error) {
    if (error instanceof OracleError && error.number === 1) return false;
    throw error;
  }
}

async function repeated(call: ProcedureCall, request: Request): Promise<Outcome> {
  const [caseKey, licenceNo, staffNo] = await firstRow(call, REQUEST, request.key);
  const isSame = caseKey === request.caseKey && licenceNo === request.licenceNo && staffNo === request.staffNo;
  return isSame ? accepted(call, request) : refused(call, '2005', '请求编号已用于其他指派');
}

async function isPractising(call: ProcedureCall, { licenceNo }: Request): Promise<boolean> {
  const [state] = await firstRow(call, 'SELECT ZYZT FROM FYZX.T_LS WHERE LSZYZH = :1', licenceNo);
  return state === '1';
}

async function whyNot(call: ProcedureCall, { caseKey }: Request): Promise<[code: string, message: string]> {
  const [state, sealed, label] = await firstRow(
    call,
    'SELECT ZT, FCBZ, MJDM FROM FYZX.T_FYAJ WHERE FYAJBH = :1',
    caseKey,
  );
  if (state == null || sealed === '1' || (label ?? '0') !== '0') return ['2001', '案件不存在'];
  if (['30', '31', '40'].includes(String(state))) return ['2003', '案件已指派'];
  if (['21', '50', '51'].includes(String(state))) return ['2004', '案件已办结'];
  return ['2006', '案件尚未决定给予援助'];
}

async function accepted(call: ProcedureCall, { key, caseKey }: Request): Promise<Outcome> {
  const [, , , ordinal = null] = await firstRow(call, REQUEST, key);
  const cursor = await call.query(CASE, [caseKey]);
  if (cursor.rows.length === 0) return refused(call, '2001', '案件不存在');
  return answer('0000', '成功', cursor, { P_ZPXH: ordinal });
}

async function refused(call: ProcedureCall, code: string, message: string): Promise<Outcome> {
  await call.rollback();
  return answer(code, message, await call.query(`${CASE} AND 1 = 0`, ['']));
}

async function firstRow(call: ProcedureCall, sql: string, key: string): Promise<readonly OraValue[]> {
  const { rows } = await call.query(sql, [key]);
  return rows[0] ?? [];
}
