import { addDays } from '#schema/calendar/dates.ts';
import { CHINA_CALENDAR } from '#schema/calendar/working-days.ts';
import { type Answer, listOf, type Now, type Operation, plain } from '#simulators/procuratorate-12309/answer.ts';
import type { Arguments } from '#simulators/procuratorate-12309/request.ts';
import type { ReviewRow, SlotRow } from '#simulators/procuratorate-12309/rows.ts';
import type { XmlTree } from '#simulators/soap/xml.ts';

/** 审查起诉: file reading begins with it (CPL 40). */
const PROSECUTION_REVIEW = '2';
const CONFIRMED = '2';
/** At once, else within three working days (SPP-Rules 49). */
const WORKING_DAYS = 3;

interface Appointment {
  readonly YYBH: string;
  readonly BMSAH: string;
  readonly LSZYZH: string;
  readonly YYZT: string;
  readonly KSSJ: string;
  readonly ZWRQ: string;
  readonly DD: string;
}

/** 阅卷预约: free times, and the appointments that are made. */
export function appointmentBook(
  slots: readonly SlotRow[],
  caseOf: (number: string) => ReviewRow | undefined,
  now: Now,
): [string, Operation][] {
  const booked: Appointment[] = [];
  const made = new Map<string, { readonly content: string; readonly appointment: Appointment }>();

  const freeSlots = ({ DWDM }: ReviewRow): SlotRow[] =>
    slots.filter((slot) => slot.DWDM === DWDM && slot.KSSJ > now() && !booked.some(({ KSSJ }) => KSSJ === slot.KSSJ));
  const casesOf = (args: Arguments) => args.keys('SAHLB', 'BMSAH').flatMap((key) => caseOf(key) ?? []);

  function earliest(row: ReviewRow): XmlTree {
    const { BMSAH, LB } = row;
    if (LB !== PROSECUTION_REVIEW) return { BMSAH, SFKF: '0', KSSJ: '', ZWRQ: '', DD: '' };
    const [slot] = freeSlots(row);
    return { BMSAH, SFKF: '1', KSSJ: slot?.KSSJ ?? '00000000000000', ZWRQ: latestBy(now()), DD: slot?.DD ?? '' };
  }

  function request(args: Arguments): Answer {
    const key = args.required('MDH');
    const [number, LSZYZH, wanted] = [args.required('BMSAH'), args.required('LSZYZH'), args.text('KSSJ')];
    const content = JSON.stringify([plain(number), LSZYZH, wanted]);
    const before = made.get(key);
    if (before) return before.content === content ? answer('2', before.appointment) : refused('3');
    const row = caseOf(number);
    if (row === undefined) return refused('4');
    if (row.LB !== PROSECUTION_REVIEW) return refused('5');
    const slot = freeSlots(row).find(({ KSSJ }) => wanted === '' || KSSJ === wanted);
    if (slot === undefined) return refused('6');
    const appointment = {
      YYBH: `YJ${row.DWDM}${now().slice(0, 8)}${String(booked.length + 1).padStart(4, '0')}`,
      ...{ BMSAH: row.BMSAH, LSZYZH, YYZT: CONFIRMED, KSSJ: slot.KSSJ, ZWRQ: latestBy(now()), DD: slot.DD },
    };
    booked.push(appointment);
    made.set(key, { content, appointment });
    return answer('1', appointment);
  }

  return [
    ['cxKyZq', (args) => listOf('AJ', casesOf(args).map(earliest))],
    [
      'cxYjYy',
      (args) => {
        const appointments = casesOf(args).map(({ BMSAH }) => {
          return { BMSAH, YYLB: { YY: booked.filter((each) => each.BMSAH === BMSAH).map((each) => ({ ...each })) } };
        });
        return listOf('AJ', appointments);
      },
    ],
    ['tjYjYy', request],
  ];
}

function answer(SLJG: string, appointment: Appointment): Answer {
  return { count: 1, content: { SLJG, YY: { ...appointment } } };
}

function refused(SLJG: string): Answer {
  return { count: 0, content: { SLJG } };
}

function latestBy(time: string): string {
  let date = `${time.slice(0, 4)}-${time.slice(4, 6)}-${time.slice(6, 8)}`;
  for (let days = 0; days < WORKING_DAYS; ) {
    date = addDays(date, 1);
    if (CHINA_CALENDAR.isWorkingDay(date)) days += 1;
  }
  return date.replaceAll('-', '');
}
