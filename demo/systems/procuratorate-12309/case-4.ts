import { indictment, prosecution } from '#demo/systems/procuratorate-12309/papers.ts';
import { decided, suspect, ZOU } from '#demo/systems/procuratorate-12309/people.ts';
import { PROSECUTION, type ReviewFile } from '#demo/systems/procuratorate-12309/review-file.ts';

const POLICE_CASE = 'A3799990000002023070004';

/** A sealed record. */
export const CASE_4: readonly ReviewFile[] = [
  {
    record: {
      ...PROSECUTION,
      BMSAH: '虚检刑诉受〔2024〕379999000004号',
      TYSAH: '37999920240000400',
      AJZT: '40',
      SLRQ: '20240105',
      SCJMRQ: '20240205',
      SFFC: '1',
      GAAJBH: [POLICE_CASE],
      FYAH: '（2024）鲁9999刑初999904号',
      CBR: [ZOU],
    },
    people: [{ ...suspect('feng'), SFWCN: '1', ...decided('21', '20240126', 1) }],
    documents: [indictment('虚检刑诉〔2024〕3号', '20240126')],
    transfers: [prosecution('20240126150000', '20240126160000', 1)],
  },
];
