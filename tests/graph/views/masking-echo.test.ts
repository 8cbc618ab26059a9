import { createHash, getHashes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '#demo/world/people.ts';
import { type Answer, as, codesOf, type Question } from '#tests/harness/ask.ts';
import { written } from '#tests/harness/written.ts';

/** Of nobody in the demo, so that only these questions can have brought them in. */
const IDENTITY = '379999197703150012';
const PHONE = '13900007788';
const WIDE = '３７９９９９１９７７０３１５００１２';
const SECRETS = [IDENTITY, PHONE, WIDE];

const CASE = 'query Named($no: ID) { case(courtCaseNo: $no) { caseUid } }';
const UID = 'ZF-2025-000001';

/** Where a client can put a number that does not belong there. */
const POSITIONS: readonly (readonly [where: string, ask: (number: string) => Question])[] = [
  ['a variable', (number) => ({ query: CASE, variables: { no: number } })],
  ['a literal', (number) => ({ query: `{ case(courtCaseNo: ${JSON.stringify(number)}) { caseUid } }` })],
  ['each kind of number', (number) => ({ query: `{ case(policeCaseNo: ${JSON.stringify(number)}) { caseUid } }` })],
  ['an id of ours', (number) => ({ query: `{ case(caseUid: ${JSON.stringify(number)}) { caseUid } }` })],
  [
    'a variable’s name',
    (number) => ({ query: `query ($_${ascii(number)}: Int!) { case(caseUid: "${UID}") { caseUid } }` }),
  ],
  ['a variable that is not declared', (number) => ({ query: CASE, variables: { [number]: number, no: number } })],
  ['an alias', (number) => ({ query: `{ _${ascii(number)}: case(courtCaseNo: "x") { caseUid } }` })],
  ['a field', (number) => ({ query: `{ _${ascii(number)} }` })],
  ['a fragment', (number) => ({ query: `{ ...F${ascii(number)} }` })],
  ['a directive', (number) => ({ query: `{ me @d${ascii(number)} { displayName } }` })],
  ['an argument', (number) => ({ query: `{ case(a${ascii(number)}: 1) { caseUid } }` })],
  [
    'an operation’s name',
    (number) => ({
      query: `query Q${ascii(number)} { case(courtCaseNo: "x") { caseUid } }`,
      operationName: `Q${ascii(number)}`,
    }),
  ],
  ['an operation that is not there', (number) => ({ query: CASE, operationName: number })],
  ['a comment', (number) => ({ query: `{ case(courtCaseNo: "x") { caseUid } } # ${number}` })],
  ['a cursor', (number) => ({ query: `{ myCases(after: ${JSON.stringify(number)}) { caseUid } }` })],
  [
    'a filter that is a text',
    (number) => ({
      query: `{ case(caseUid: "${UID}") { documents(code: ${JSON.stringify(number)}) { documentUid } } }`,
    }),
  ],
  ['a filter that is an enum', (number) => ({ query: `{ myCases(stage: S${ascii(number)}) { caseUid } }` })],
  [
    'a filter, as a variable',
    (number) => ({ query: 'query ($s: Stage) { myCases(stage: $s) { caseUid } }', variables: { s: number } }),
  ],
  ['a page size', (number) => ({ query: `{ myCases(first: ${ascii(number)}) { caseUid } }` })],
  [
    'a day',
    (number) => ({ query: `{ hearingCalendar(from: ${JSON.stringify(number)}, to: "2025-06-30") { startsAt } }` }),
  ],
];
const HEADERS: readonly (readonly [name: string, headers: Record<string, string>])[] = [
  ['x-case', { 'x-case': IDENTITY }],
  ['x-purpose', { 'x-purpose': PHONE }],
  ['x-request-id', { 'x-request-id': IDENTITY }],
  ['traceparent', { traceparent: `00-${IDENTITY}` }],
  ['user-agent', { 'user-agent': PHONE }],
  ['referer', { referer: `https://example.org/?idNumber=${IDENTITY}` }],
  ['accept', { accept: `application/${PHONE}` }],
];

/** Names are ASCII. */
function ascii(number: string): string {
  return number.normalize('NFKC');
}

/** All that the graph says itself: the keys of its data and the path to them are the client's own words. */
function said({ errors, headers, text }: Answer): string {
  const own = errors.map(({ message, extensions }) => JSON.stringify({ message, extensions }));
  return [...own, ...[...headers].flat(), ...(errors.length === 0 ? [text] : [])].join('\n');
}

const answers = new Map<string, Answer>();
beforeAll(async () => {
  for (const [where, ask] of POSITIONS)
    for (const secret of SECRETS) answers.set(`${where} ${secret}`, await as('court.lin').ask(ask(secret)));
  for (const [name, headers] of HEADERS)
    answers.set(name, await as('court.lin', { headers }).ask({ query: CASE, variables: { no: 'x' } }));
}, 60_000);

describe('what is asked with a number is not answered with it', () => {
  it.each([
    ...POSITIONS.flatMap(([where]) => SECRETS.map((secret) => `${where} ${secret}`)),
    ...HEADERS.map(([name]) => name),
  ])('in %s', (where) => {
    const answer = answers.get(where);
    expect(answer).toBeDefined();
    if (answer === undefined) return;
    expect(SECRETS.filter((secret) => said(answer).normalize('NFKC').includes(ascii(secret)))).toEqual([]);
    expect(codesOf(answer)).not.toContain('INTERNAL');
  });

  it('and no list is sorted by what a client names', async () => {
    const { data } = await as('court.lin').ask({ query: '{ __type(name: "Query") { fields { args { name } } } }' });
    expect(JSON.stringify(data)).not.toMatch(/"(?:sort|order|orderBy|sortBy)"/i);
  });
});

it('nor does it stand in a log, an audit record or the databases’ own logs', () => {
  const files = written();
  expect(files.length).toBeGreaterThan(5);
  const told = files.flatMap(({ path, text }) =>
    SECRETS.filter((secret) => text.normalize('NFKC').includes(ascii(secret))).map((secret) => [path, secret]),
  );
  expect(told).toEqual([]);
});

describe('a person’s id', () => {
  /** Digests of the number as somebody would try them who knows numbers and not the key. */
  const tried = (number: string) =>
    getHashes()
      .filter((name) => /^(?:md5|sha1|sha224|sha256|sha384|sha512|sha3-256|sm3|ripemd160)$/i.test(name))
      .flatMap((name) =>
        [number, `P${number}`, `P-${number}`, JSON.stringify(['P', number]), JSON.stringify([number])].flatMap((text) =>
          (['hex', 'base64', 'base64url'] as const).map((form) => createHash(name).update(text).digest(form)),
        ),
      );

  it('tells nothing of the number, and is not a digest of it without the key', async () => {
    const query = '{ case(caseUid: "ZF-2025-000001") { parties { partyUid person { personUid displayName } } } }';
    const { data } = await as('court.lin').ask({ query });
    const text = JSON.stringify(data);
    const { parties } = (data as { case: { parties: { partyUid: string; person: { personUid: string } }[] } }).case;
    expect(parties.length).toBeGreaterThan(2);
    for (const { partyUid, person } of parties) {
      expect(partyUid).toMatch(/^PT-[\w-]{43}$/);
      expect(person.personUid).toMatch(/^P-[\w-]{43}$/);
    }
    const digests = Object.values(PEOPLE).flatMap(({ idNumber }) => tried(idNumber));
    expect(digests.length).toBeGreaterThan(1000);
    expect(digests.filter((digest) => text.includes(digest.slice(0, 20)))).toEqual([]);
  });
});
