import { OFFICE } from '#demo/systems/procuratorate-12309/review-file.ts';
import { PEOPLE } from '#demo/world/people.ts';
import type { SlotRow, TicketRow } from '#simulators/procuratorate-12309/rows.ts';

/** 检察服务 in the demo: tickets (WORLD 4.1) and free times for file reading. */

export const TICKETS: readonly TicketRow[] = [
  {
    GDH: 'PT12309-2025-000001',
    CXM: 'QK7M2X',
    DWDM: OFFICE,
    QD: '01',
    SXLB: '03',
    GDZT: '20',
    BMSAH: '',
    TJSJ: '20250616081500',
    DFQX: '20250623',
    SQNR: '反映民间借贷纠纷一案审理程序问题，请求监督。',
    XM: PEOPLE.zheng.name,
    SFZHM: PEOPLE.zheng.idNumber,
    DF: [{ DFSJ: '20250616083000', DFLB: '1', DFNR: '来件收悉，已转控告申诉检察部门审查，将于七日内告知处理情况。' }],
  },
  {
    GDH: 'PT12309-2025-000002',
    CXM: 'QN3H8V',
    DWDM: OFFICE,
    QD: '01',
    SXLB: '03',
    GDZT: '31',
    BMSAH: '',
    TJSJ: '20250520143000',
    DFQX: '18991230',
    SQNR: '不服(2014)虚民初字第123号民事判决。',
    XM: PEOPLE.jie.name,
    SFZHM: PEOPLE.jie.idNumber,
    DF: [
      { DFSJ: '20250604101000', DFLB: '2', DFNR: '㛃拟𠮷：已向法院调取(2014)虚民初字第123号案卷 & 附件，正在审查。' },
      { DFSJ: '20250526093000', DFLB: '1', DFNR: '㛃拟𠮷：您对(2014)虚民初字第123号判决的申诉材料收悉。' },
    ],
  },
];

export const SLOTS: readonly SlotRow[] = [
  { DWDM: OFFICE, KSSJ: '20250613090000', DD: '案件管理大厅阅卷一室' },
  { DWDM: OFFICE, KSSJ: '20250617090000', DD: '案件管理大厅阅卷一室' },
  { DWDM: OFFICE, KSSJ: '20250617143000', DD: '案件管理大厅阅卷二室' },
  { DWDM: OFFICE, KSSJ: '20250618090000', DD: '案件管理大厅阅卷一室' },
  { DWDM: '439999', KSSJ: '20250617100000', DD: '案管窗口' },
];
