import type { Element } from '@xmldom/xmldom';
import type { CertificateNumber, CertificateRow } from '#simulators/notary/rows.ts';
import { SoapFault } from '#simulators/soap/fault.ts';
import { childrenNamed, childText, escapeText, type XmlTree } from '#simulators/soap/xml.ts';

export const NAMESPACE = 'urn:gongzhengyun:hecha:2';
const MAX_KEYS = 50;
const MAX_PAGE = 500;

type Operation = (request: Element) => XmlTree;

/** What the element of a request is answered with. */
export const REPLIES: ReadonlyMap<string, string> = new Map([
  ['HechaChaxun', 'HechaJieguo'],
  ['QuanxianChaxun', 'QuanxianLiebiao'],
  ['MuluChaxun', 'MuluLiebiao'],
  ['ShijianChaxun', 'ShijianJieguo'],
]);

/** What the service answers, by the element of the request: with style bare nothing else names the operation. */
export function operationsOver(rows: readonly CertificateRow[]): ReadonlyMap<string, Operation> {
  const byNumber = new Map(rows.map((row) => [keyOf(row), row]));
  const byId = [...rows].sort((a, b) => (a.pingtaiHao < b.pingtaiHao ? -1 : 1));

  return new Map<string, Operation>([
    [
      'HechaChaxun',
      (request) => {
        const row = byNumber.get(keyOf(numberIn(request)));
        if (row === undefined) throw serviceFault('004004', '查无此证');
        return certificateStatus(row);
      },
    ],
    [
      'QuanxianChaxun',
      (request) => {
        const asked = childrenNamed(request, NAMESPACE, 'gongzhengshu').map(numberIn);
        if (asked.length === 0 || asked.length > MAX_KEYS) throw badRequest();
        return listOf(asked.flatMap((number) => byNumber.get(keyOf(number)) ?? []).map(decisionFacts));
      },
    ],
    [
      'MuluChaxun',
      (request) => {
        const after = childText(request, NAMESPACE, 'qishiHao') ?? '';
        const size = Number(required(request, 'tiaoshu'));
        if (!(size >= 1 && size <= MAX_PAGE)) throw badRequest();
        const office = required(request, 'jigouDaima');
        const found = byId.filter(({ jigouDaima, pingtaiHao }) => jigouDaima === office && pingtaiHao > after);
        return listOf(found.slice(0, size).map(listed));
      },
    ],
    ['ShijianChaxun', () => ({ pingtaiShijian: new Date().toISOString() })],
  ]);
}

function certificateStatus(row: CertificateRow): XmlTree {
  const { pingtaiHao, zhuangtai, zhixingZhengshu, zhaiyaoSuanfa, zhaiyaoZhi, gongzhengyuanHao } = row;
  return {
    ...{ pingtaiHao, ...numberOf(row), zhuangtai },
    chujuRiqi: dated(row.chujuRiqi),
    gengzhengRiqi: dated(row.gengzhengRiqi),
    chexiaoRiqi: dated(row.chexiaoRiqi),
    qiangzhiXiaoli: String(row.qiangzhiXiaoli),
    zhixingZhengshu: zhixingZhengshu ? { ...zhixingZhengshu } : '',
    ...{ zhaiyaoSuanfa, zhaiyaoZhi, gongzhengyuanHao },
    dangshiren: applicantsOf(row),
  };
}

function decisionFacts(row: CertificateRow) {
  const { juanzongLeibie, miji, gongzhengyuanHao, huibiGongzhengyuanHao } = row;
  return { ...numberOf(row), juanzongLeibie, miji, gongzhengyuanHao, huibiGongzhengyuanHao };
}

function listed(row: CertificateRow): XmlTree {
  const { pingtaiHao, yongyuAnjian } = row;
  return { pingtaiHao, ...decisionFacts(row), yongyuAnjian, dangshiren: applicantsOf(row) };
}

const listOf = (gongzhengshu: readonly XmlTree[]): XmlTree => ({ zongshu: String(gongzhengshu.length), gongzhengshu });
const applicantsOf = ({ dangshiren }: CertificateRow): XmlTree => dangshiren.map((applicant) => ({ ...applicant }));
const numberOf = ({ jigouDaima, niandu, zihao, liushuiHao }: CertificateNumber) => ({
  jigouDaima,
  niandu,
  zihao,
  liushuiHao,
});

/** An xs:date as the platform's library writes it, with an offset. */
function dated(date: string): string {
  return date && `${date}+08:00`;
}

/** Compared as text: `000001` and `1` are two certificates. */
function keyOf({ jigouDaima, niandu, zihao, liushuiHao }: CertificateNumber): string {
  return JSON.stringify([jigouDaima, niandu, zihao, liushuiHao]);
}

function numberIn(element: Element): CertificateNumber {
  return {
    jigouDaima: required(element, 'jigouDaima'),
    niandu: required(element, 'niandu'),
    zihao: required(element, 'zihao'),
    liushuiHao: required(element, 'liushuiHao'),
  };
}

function required(parent: Element, name: string): string {
  const text = childText(parent, NAMESPACE, name);
  if (!text) throw badRequest();
  return text;
}

function badRequest(): SoapFault {
  return serviceFault('004001', '参数有误');
}

/** The fault that the WSDL declares. */
function serviceFault(cuowuDaima: string, cuowuXinxi: string): SoapFault {
  const zhuizongHao = String(Math.trunc(Math.random() * 1e9)).padStart(17, '0');
  const detail =
    `<f:FuwuCuowu xmlns:f="${NAMESPACE}"><f:cuowuDaima>${cuowuDaima}</f:cuowuDaima>` +
    `<f:cuowuXinxi>${escapeText(cuowuXinxi)}</f:cuowuXinxi><f:zhuizongHao>${zhuizongHao}</f:zhuizongHao></f:FuwuCuowu>`;
  return new SoapFault('soap:Sender', cuowuXinxi, detail);
}
