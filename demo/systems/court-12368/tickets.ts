import { PEOPLE } from '#demo/world/people.ts';
import type { TicketRow } from '#simulators/court-12368/rows.ts';

/** 诉讼服务 in the demo: the ticket of WORLD 4.1. */
export const TICKETS: readonly TicketRow[] = [
  {
    GDBH: 'PT12368-2025-000001',
    GDCXM: 'QR4T9W',
    FYDM: '鲁9999',
    GDQD: '02',
    GDSX: '02',
    GDZT: '31',
    GLAJAH: '(2025)鲁9999民初999905号',
    TJSJ: '2025-06-12 10:20:00',
    DFQXRQ: '2025-06-19 00:00:00',
    SQNR: '请承办法官回电，询问开庭前能否再组织一次调解。',
    TJRXM: PEOPLE.hua.name,
    TJRZJH: PEOPLE.hua.idNumber,
    DFJL: [{ DFSJ: '2025-06-13 09:05:00', DFLX: '1', DFNR: '来电收悉，已转承办法官，五个工作日内答复。' }],
  },
];
