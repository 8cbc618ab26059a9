import { basename, dirname } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { PEOPLE, type PersonKey } from '#demo/world/people.ts';
import { LAWYERS, STAFF } from '#demo/world/staff.ts';
import { everything, LOOKS, lookAt, objectsWith } from '#tests/graph/views/everything.ts';
import { NEVER } from '#tests/graph/who-sees.ts';
import { as, expectRefused } from '#tests/harness/ask.ts';
import { written } from '#tests/harness/written.ts';

/** The people of each case whose numbers its handlers see masked: no minor, nobody whose identity is protected (WORLD 5, DOMAIN 5.5). */
const NUMBERED: Readonly<Record<number, readonly PersonKey[]>> = {
  1: ['zhang', 'li', 'zhao'],
  2: ['zhou', 'wu', 'sun'],
  3: ['qian'],
  5: ['zheng', 'hua'],
  6: ['wei'],
  7: ['jiang'],
  8: ['jie', 'lu'],
  9: ['chu'],
  10: ['qin', 'you'],
  11: ['he'],
  12: ['shen'],
  13: ['han'],
  14: ['zheng', 'hua'],
};
/** Those who see fewer: nobody’s, the own, those of whom the aid is. */
const FEWER: Readonly<Record<string, readonly PersonKey[]>> = {
  'detention.ma': [],
  'proc.intake': [],
  'mediator.gao': [],
  'lawyer.he': [],
  'party.zheng': ['zheng'],
  'party.hua': ['hua'],
  'legalaid.sun': ['li', 'qian'],
};

/** 379***********0130, 379********8014, 139****9901: the first three and the last four. */
const masked = (value: string) => `${value.slice(0, 3)}${'*'.repeat(value.length - 7)}${value.slice(-4)}`;
const numbersOf = (people: readonly PersonKey[]) => people.map((who) => masked(PEOPLE[who].idNumber)).sort();
const phonesOf = (people: readonly PersonKey[]) =>
  people.flatMap((who) => (PEOPLE[who].phone === null ? [] : masked(PEOPLE[who].phone))).sort();
const found = (text: string, pattern: RegExp) => [...new Set(text.match(pattern))].sort();

/** What may stand in no answer: numbers in full; the names of the sealed, the labelled and the protected, and theirs masked too. */
const HIDDEN: readonly PersonKey[] = ['feng', 'yang', 'chen', 'xu'];
const NEVER_SHOWN: readonly string[] = [
  ...Object.values(PEOPLE).flatMap(({ idNumber, phone }) => [idNumber, phone ?? idNumber]),
  ...HIDDEN.map((who) => PEOPLE[who].name),
  ...[...numbersOf([...HIDDEN, 'wang']), ...phonesOf([...HIDDEN, 'wang'])],
];

describe('numbers, in the whole text of every answer', () => {
  it.each(LOOKS)('%s, case %i', async (user, caseNo) => {
    const { status, text, errors } = await lookAt(user, caseNo);
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    expect(NEVER_SHOWN.filter((value) => text.includes(value))).toEqual([]);

    const shown = (NUMBERED[caseNo] ?? []).filter((who) => FEWER[user]?.includes(who) ?? true);
    expect(found(text, /\d{3}\*{8,}[\dX]{4}/g)).toEqual(numbersOf(shown));
    expect(found(text, /\d{3}\*{4}\d{4}/g)).toEqual(phonesOf(shown));
  });

  it('of a number of the first generation (15 digits) too', async () => {
    expect((await lookAt('court.zhou', 8)).text).toContain('"idNumberMasked":"379********8014"');
  });

  it.each(NEVER)('%s (%s): refused, and nobody is named', async (user, purpose) => {
    for (const caseNo of [1, 5, 6]) {
      const answer = await as(user, { purpose }).ask(everything(caseNo));
      expectRefused(answer, 403, 'FORBIDDEN');
      for (const { name } of Object.values(PEOPLE)) expect(answer.text).not.toContain(name);
    }
  });
});

describe('case 6: aliases are all that leaves the owner', () => {
  it.each(LOOKS.filter(([, caseNo]) => caseNo === 6))('%s, in every position', async (user) => {
    const protectedParties = objectsWith((await lookAt(user, 6)).data, 'partyUid', 'person').filter(
      ({ protectedIdentity }) => protectedIdentity,
    );
    const persons = protectedParties.map(({ person }) => person as Record<string, unknown>);
    expect([...new Set(persons.map(({ displayName }) => displayName))].sort()).toEqual(['被害人甲', '证人甲']);
    for (const person of persons)
      expect(person).toMatchObject({ sexCode: null, idNumberMasked: null, phoneMasked: null });
  });
});

describe('logs, audit records and the database’s own log, after all these questions', () => {
  beforeAll(async () => {
    for (const [user, caseNo] of LOOKS) await lookAt(user, caseNo);
    const ticket = 'query Ticket($no: ID!, $code: String!) { ticket(ticketNo: $no, queryCode: $code) { status } }';
    for (const [ticketNo, code] of Object.entries(CODES))
      await as('party.zheng', { purpose: 'SERVE_PARTY' }).ask({ query: ticket, variables: { no: ticketNo, code } });
  });
  const CODES = {
    'PT12309-2025-000001': 'QK7M2X',
    'PT12309-2025-000002': 'QN3H8V',
    'PT12368-2025-000001': 'QR4T9W',
  };
  const files = () => written().map(({ path, text }) => [basename(dirname(path)), basename(path), text] as const);
  const SECRETS = [
    ...Object.values(PEOPLE).flatMap(({ name, idNumber, phone }) => [name, idNumber, phone ?? idNumber]),
    ...[...Object.values(STAFF), ...Object.values(LAWYERS)].map(({ name }) => name),
    ...Object.values(CODES),
    ...[...numbersOf(Object.keys(PEOPLE) as PersonKey[]), ...phonesOf(Object.keys(PEOPLE) as PersonKey[])],
  ];

  it('they are there', () => {
    const written = files().flatMap(([folder, name, text]) => {
      if (text.length === 0) return [];
      return folder === 'logs' ? [name] : name.endsWith('.audit') ? [folder] : [];
    });
    expect([...new Set(written)]).toEqual(
      expect.arrayContaining([
        ...['gateway.log', 'subgraphs.log', 'stand-ins.log'],
        ...['gateway', 'casework', 'court', 'police', 'procuratorate', 'legal-aid'],
      ]),
    );
    expect(files().map(([, name]) => name)).toContain('postgres.log');
  });

  it('no name, number, phone or query code', () => {
    const told = files().flatMap(([folder, name, text]) =>
      SECRETS.filter((secret) => text.includes(secret)).map((secret) => [folder, name, secret]),
    );
    expect(told).toEqual([]);
  });
});
