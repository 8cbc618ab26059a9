import { expect, it } from '@jest/globals';
import { documentUid } from '#subgraphs/kit/document-uid.ts';

it.each([
  ['POLICE-379999', 'police:WS1'],
  ['DETENTION-379999', 'police:WS1'],
  ['PROC-379999', '12309:WS1'],
  ['COURT-3799', '12368:WS1'],
  ['LEGALAID-379999', 'legal-aid:WS1'],
  ['NOBODY', 'NOBODY:WS1'],
])('of %s', (issuer, uid) => expect(documentUid(issuer, 'WS1')).toBe(uid));
