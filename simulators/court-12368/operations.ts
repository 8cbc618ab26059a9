import type { Element } from '@xmldom/xmldom';
import type { CourtCaseRow } from '#simulators/court-12368/rows.ts';
import { SoapFault } from '#simulators/soap/fault.ts';
import { childrenNamed, type XmlTree } from '#simulators/soap/xml.ts';

export const NAMESPACE = 'urn:court-12368:ajcx';
const MAX_KEYS = 50;

type Operation = (request: Element) => XmlTree;

/** What the service answers, by operation; a number that it does not know is not in the list. */
export function operationsOver(rows: readonly CourtCaseRow[]): ReadonlyMap<string, Operation> {
  const byNumber = new Map(rows.map((row) => [plain(row.AH), row]));

  const listOf = (content: (row: CourtCaseRow) => XmlTree): Operation => {
    return (request) => {
      const found = keysOf(request).flatMap((key) => byNumber.get(plain(key)) ?? []);
      return { JLS: String(found.length), AJLB: { AJ: found.map(content) } };
    };
  };

  return new Map<string, Operation>([
    ['cxAjQx', listOf(decisionFacts)],
    ['cxAjXx', listOf(caseInformation)],
    ['cxKtXx', listOf(({ AH, KT }) => ({ AH, KTLB: { KT: KT.map((row) => ({ ...row })) } }))],
    ['cxWtDl', listOf(({ AH, DL }) => ({ AH, DLLB: { DL: DL.map((row) => ({ ...row })) } }))],
    ['cxXtSj', () => ({ XTSJ: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ') })],
  ]);
}

function decisionFacts({ AH, FYDM, SFFC, MJ, HYT, SJY, HB }: CourtCaseRow): XmlTree {
  const handlers = SJY ? [...HYT, SJY] : HYT;
  return {
    AH,
    FYDM,
    SFFC,
    MJ,
    CBRLB: { CBR: handlers.map(({ RYBH, ZN, TCRQ }) => ({ RYBH, ZN, TCRQ })) },
    HBLB: { HB: HB.map((row) => ({ ...row })) },
  };
}

function caseInformation(row: CourtCaseRow): XmlTree {
  const { AH, AJMC, AY, ZT, SYCX, SLRQ, LARQ, SXJMRQ, SXRQ, BDJE, HYT, SJY, DSR } = row;
  return {
    ...{ AH, AJMC, AY, ZT, SYCX, SLRQ, LARQ, SXJMRQ, SXRQ, BDJE },
    HYTLB: { CY: HYT.map((member) => ({ ...member })) },
    SJY: SJY ? { ...SJY } : '',
    DSRLB: { DSR: DSR.map((party) => ({ ...party })) },
  };
}

/** @throws SoapFault for no key, and for more than 50. */
function keysOf(request: Element): string[] {
  const [list] = childrenNamed(request, NAMESPACE, 'AHLB');
  const keys = list ? childrenNamed(list, NAMESPACE, 'AH').map((element) => element.textContent ?? '') : [];
  if (keys.length === 0) throw new SoapFault('soap:Client', '案号不能为空');
  if (keys.length > MAX_KEYS) throw new SoapFault('soap:Client', `一次最多查询 ${MAX_KEYS} 个案号`);
  return keys;
}

/** Numbers are found whatever the brackets, half-width or full-width, on either side. */
function plain(number: string): string {
  return number.replaceAll('（', '(').replaceAll('）', ')').trim();
}
