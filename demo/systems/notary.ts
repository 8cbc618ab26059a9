import { createHash } from 'node:crypto';
import { PEOPLE, type Person } from '#demo/world/people.ts';
import type { ApplicantRow, CertificateRow } from '#simulators/notary/rows.ts';

/** Notary offices: 虚构县公证处 of the world, and 拟设县公证处, whose certificates the first one's lists must not hold. */
const OFFICE = '32379999FAKE6NTY35';
const OTHER_OFFICE = '32439999FAKE7NTY9M';

/** What most certificates have in common. */
const ORDINARY = {
  jigouDaima: OFFICE,
  zhuangtai: '01',
  gengzhengRiqi: '',
  chexiaoRiqi: '',
  qiangzhiXiaoli: false,
  zhixingZhengshu: null,
  zhaiyaoSuanfa: 'SM3',
  gongzhengyuanHao: 'GZ0001',
  huibiGongzhengyuanHao: [],
  juanzongLeibie: '1',
  miji: '0',
  yongyuAnjian: '',
  dangshiren: [],
} satisfies Partial<CertificateRow>;

const CASE_5 = { niandu: '2025', zihao: '鲁虚构证民字', yongyuAnjian: '(2025)鲁9999民初999905号' };
const EXECUTION = { niandu: '2025', zihao: '鲁虚构证执字', liushuiHao: '0007', zhuangtai: '01' };
const NOT_ISSUED = { niandu: '', zihao: '', liushuiHao: '', zhuangtai: '00' };

/** 公证云's rows: the two certificates of case 5 (WORLD 4.1), and some that show what else there is, all invented. */
export function notaryRows(): readonly CertificateRow[] {
  return [
    {
      ...ORDINARY,
      ...CASE_5,
      pingtaiHao: '0037999920250000001',
      liushuiHao: '000001',
      chujuRiqi: '2025-03-18',
      qiangzhiXiaoli: true,
      zhixingZhengshu: NOT_ISSUED,
      zhaiyaoZhi: sm3('zhengfa-demo-certificate-000001'),
      dangshiren: [applicant('01', PEOPLE.zheng), applicant('02', PEOPLE.hua)],
    },
    {
      ...ORDINARY,
      ...CASE_5,
      pingtaiHao: '0037999920250000002',
      liushuiHao: '000002',
      zhuangtai: '03',
      chujuRiqi: '2025-03-20',
      chexiaoRiqi: '2025-05-20',
      zhaiyaoZhi: sm3('zhengfa-demo-certificate-000002'),
      dangshiren: [applicant('01', PEOPLE.zheng)],
    },
    {
      ...ORDINARY,
      pingtaiHao: '0037999920240000043',
      niandu: '2024',
      zihao: '鲁虚构证经字',
      liushuiHao: '000043',
      chujuRiqi: '2024-04-11',
      qiangzhiXiaoli: true,
      zhixingZhengshu: EXECUTION,
      zhaiyaoSuanfa: 'SHA-256',
      zhaiyaoZhi: '9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08',
      huibiGongzhengyuanHao: ['GZ0002'],
    },
    {
      ...ORDINARY,
      ...EXECUTION,
      pingtaiHao: '0037999920250000003',
      chujuRiqi: '2025-04-21',
      zhaiyaoZhi: sm3('zhengfa-demo-certificate-0007'),
    },
    {
      ...ORDINARY,
      pingtaiHao: '0037999920240000044',
      niandu: '2024',
      zihao: '鲁虚构证民字',
      liushuiHao: '044',
      zhuangtai: '02',
      chujuRiqi: '2024-04-12',
      gengzhengRiqi: '2024-06-03',
      zhaiyaoSuanfa: '',
      zhaiyaoZhi: '',
    },
    {
      ...ORDINARY,
      pingtaiHao: '0043999920250000001',
      jigouDaima: OTHER_OFFICE,
      niandu: '2025',
      zihao: '湘拟设',
      liushuiHao: '079522',
      chujuRiqi: '2025-02-06',
      zhaiyaoZhi: sm3('zhengfa-demo-certificate-079522'),
      gongzhengyuanHao: 'GY0001',
    },
  ];
}

function applicant(dangshirenHao: string, { name, idNumber, phone }: Person): ApplicantRow {
  return { dangshirenHao, xingming: name, zhengjianHao: idNumber, dianhua: phone ?? '' };
}

/** Of the original, which is this text. */
function sm3(original: string): string {
  return createHash('sm3').update(original).digest('hex').toUpperCase();
}
