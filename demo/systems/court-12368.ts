import { CASE_1 } from '#demo/systems/court-12368/case-1.ts';
import { CIVIL_FILES, MEDIATION_FILES } from '#demo/systems/court-12368/civil.ts';
import { CRIMINAL_FILES } from '#demo/systems/court-12368/criminal.ts';
import type { CourtFile } from '#demo/systems/court-12368/file.ts';
import { TICKETS } from '#demo/systems/court-12368/tickets.ts';
import { CASES, type WorldParty } from '#demo/world/cases.ts';
import { PEOPLE } from '#demo/world/people.ts';
import type { CourtCaseRow, PartyRow, TicketRow } from '#simulators/court-12368/rows.ts';

const FILES: readonly CourtFile[] = [CASE_1, ...CRIMINAL_FILES, ...CIVIL_FILES, ...MEDIATION_FILES];

/** 12368's rows for every case of the world that has a court number, mediations (诉前调) too. @throws Error where the court has no file of one */
export function court12368Rows(): readonly CourtCaseRow[] {
  return CASES.flatMap(({ courtCaseNos, mediationNos, parties }) =>
    [...courtCaseNos, ...mediationNos].map((number) => row(number, parties)),
  );
}

export function court12368Tickets(): readonly TicketRow[] {
  return TICKETS;
}

function row(number: string, parties: readonly WorldParty[]): CourtCaseRow {
  const file = FILES.find(({ AH }) => AH.replace('(', '（').replace(')', '）') === number);
  if (file === undefined) throw new Error(`demo: the court has no file of ${number}`);
  const { standing, ...columns } = file;
  const DSR = parties.flatMap((party) =>
    party.courtPartyKey === undefined ? [] : partyRow(party.courtPartyKey, party, file),
  );
  return { ...columns, DSR };
}

const STANDING: Readonly<Partial<Record<WorldParty['role'], string>>> = {
  SUSPECT_OR_DEFENDANT: '被告人',
  VICTIM: '被害人',
  PLAINTIFF: '原告',
  DEFENDANT: '被告',
  APPLICANT: '申请人',
  RESPONDENT: '被申请人',
};

const FLAG = new Map([
  [true, '1'],
  [false, '0'],
]);

function partyRow(XH: string, party: WorldParty, { standing, SXRQ }: CourtFile): PartyRow {
  const { name, idNumber, phone } = PEOPLE[party.person];
  const accused = party.role === 'SUSPECT_OR_DEFENDANT';
  const convicted = party.legalStatus === 'CONVICT';
  return {
    ...{ XH, XM: name, SSDW: standing?.[XH] ?? STANDING[party.role] ?? '', SFZHM: idNumber, LXDH: phone ?? '' },
    XBDM: sexOf(idNumber),
    SFWCN: accused ? (FLAG.get(party.minorAtOffence) ?? '') : '',
    SFBH: '0',
    PJJG: convicted ? '1' : '',
    PJSXRQ: convicted ? SXRQ : '',
  };
}

/** GB/T 2261.1, by the sequence number that ends the identity number, before the check character where there is one. */
function sexOf(idNumber: string): string {
  return Number(idNumber.slice(0, 17).at(-1)) % 2 === 1 ? '1' : '2';
}
