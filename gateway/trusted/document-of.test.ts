import { describe, expect, it } from '@jest/globals';
import { type AskedDocument, documentOf, idOf, type OperationRules } from '#gateway/trusted/document-of.ts';
import { listOf, registered } from '#gateway/trusted/trusted.fixture.ts';
import { type Audience, operationId } from '#gateway/trusted/trusted-operations.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

const STAFF = registered('query Q { staff }', 'staff');
const PUBLIC = registered('query Q { public }', 'public');
const BOTH = registered('query Q { both }', 'staff', 'public');
const operations = listOf(STAFF, PUBLIC, BOTH);
const REFUSED = 'OPERATION_NOT_TRUSTED';

function run(mode: OperationRules['mode'], asked: Partial<AskedDocument>, audience: Audience = 'staff'): string {
  try {
    return documentOf({ mode, operations }, { query: '', documentId: null, ...asked }, audience);
  } catch (error) {
    expect(error).toEqual(new GraphError('OPERATION_NOT_TRUSTED'));
    return REFUSED;
  }
}

describe('trusted', () => {
  it.each<[string, Partial<AskedDocument>, Audience, string]>([
    ['an id of the list', { documentId: STAFF.id }, 'staff', STAFF.document],
    ['an id of both lists', { documentId: BOTH.id }, 'public', BOTH.document],
    ['the very text beside its id', { documentId: PUBLIC.id, query: PUBLIC.document }, 'public', PUBLIC.document],
    ['an id of the other list', { documentId: STAFF.id }, 'public', REFUSED],
    ['an id of the other list, the other way round', { documentId: PUBLIC.id }, 'staff', REFUSED],
    ['another text beside an id', { documentId: STAFF.id, query: 'query Q { other }' }, 'staff', REFUSED],
    ['the text with one space more', { documentId: STAFF.id, query: `${STAFF.document} ` }, 'staff', REFUSED],
    ['free text', { query: '{ __typename }' }, 'staff', REFUSED],
    ['registered text without its id', { query: STAFF.document }, 'staff', REFUSED],
    ['an id that nobody registered', { documentId: 'a'.repeat(64) }, 'staff', REFUSED],
    ['an id in capitals', { documentId: STAFF.id.toUpperCase() }, 'staff', REFUSED],
    ['an id that is none', { documentId: '379999198506120130' }, 'staff', REFUSED],
    ['an id like a part of an object', { documentId: '__proto__' }, 'staff', REFUSED],
    ['nothing', {}, 'staff', REFUSED],
  ])('%s', (_what, asked, audience, expected) => expect(run('trusted', asked, audience)).toBe(expected));
});

describe('any', () => {
  it.each<[string, Partial<AskedDocument>, string]>([
    ['free text', { query: '{ __typename }' }, '{ __typename }'],
    ['free text beside an id', { query: '{ __typename }', documentId: STAFF.id }, '{ __typename }'],
    ['an id', { documentId: STAFF.id }, STAFF.document],
    ['an id of the other list', { documentId: PUBLIC.id }, REFUSED],
    ['an unknown id', { documentId: 'b'.repeat(64) }, REFUSED],
    ['nothing, for the parser to say so', {}, ''],
  ])('%s', (_what, asked, expected) => expect(run('any', asked)).toBe(expected));
});

it.each<[AskedDocument, string]>([
  [{ query: '{ a }', documentId: null }, operationId('{ a }')],
  [{ query: '{ a }', documentId: STAFF.id }, operationId('{ a }')],
  [{ query: '', documentId: STAFF.id }, STAFF.id],
  [{ query: '', documentId: '379999198506120130' }, operationId('')],
])('%j is on record as %s', (asked, id) => expect(idOf(asked)).toBe(id));
