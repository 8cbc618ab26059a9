import { APPOINTMENT_STATUS, type AppointmentStatus } from '#schema/enums/appointment-status.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { CaseRef } from '#subgraphs/casework/case-ref.ts';
import type { FoundCase } from '#subgraphs/casework/find-case.ts';
import type { OwnerAppointment } from '#subgraphs/kit/owner-services.ts';

/** 预约类别 what may be arranged with an agency by appointment. */
export const APPOINTMENT_KIND = { FILE_READING: '阅卷 reading the file (CPL 40)' } as const;
export type AppointmentKind = keyof typeof APPOINTMENT_KIND;

export interface AppointmentOfCase {
  readonly found: FoundCase;
  readonly kind: AppointmentKind;
  readonly appointment: OwnerAppointment;
}

export const AppointmentKindRef = builder.enumType('AppointmentKind', {
  description: '预约类别 kind of appointment',
  values: graphValues(APPOINTMENT_KIND),
});
const Status = builder.enumType('AppointmentStatus', {
  description: '预约状态 state of an appointment',
  values: graphValues(APPOINTMENT_STATUS),
});

export const Appointment = builder.objectRef<AppointmentOfCase>('Appointment').implement({
  description: '预约 an appointment with an agency',
  policy: [['appointment.request']],
  fields: (t) => ({
    appointmentUid: t.id({
      nullable: false,
      description: '预约键 key of the appointment',
      resolve: ({ appointment }) => appointment.appointmentUid,
    }),
    kind: t.expose('kind', { type: AppointmentKindRef, nullable: false, description: '类别 kind' }),
    case: t.field({ type: CaseRef, description: '所涉案件 the case', resolve: ({ found }) => found }),
    slot: t.field({
      type: 'DateTime',
      description: '预约时间 the time arranged',
      resolve: ({ appointment }) => appointment.slot,
    }),
    status: t.field({
      type: Status,
      nullable: false,
      description: '状态 state',
      resolve: ({ appointment }) => appointment.status as AppointmentStatus,
    }),
    latestBy: t.field({
      type: 'LegalDate',
      description: '最迟安排日 last day on which it must be arranged (SPP-Rules 49)',
      resolve: ({ appointment }) => appointment.latestBy,
    }),
    place: t.string({ description: '地点 place', resolve: ({ appointment }) => appointment.place }),
  }),
});
