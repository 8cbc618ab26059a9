import { expect, it } from '@jest/globals';
import { documentUid } from '#subgraphs/kit/document-uid.ts';

it.each([
  ['POLICE-379999', '12368', 'police:WS1'],
  ['DETENTION-379999', '12309', 'police:WS1'],
  ['PROC-379999', '12368', '12309:WS1'],
  ['COURT-3799', 'police', '12368:WS1'],
  ['MEDIATION-379999', '12368', '12368:WS1'],
  ['CORRECTION-379999', 'police', 'police:WS1'],
  ['LEGALAID-379999', '12309', '12309:WS1'],
  ['PROC-3799', '12309', '12309:WS1'],
] as const)('of %s, listed by %s: %s', (issuer, listedBy, uid) =>
  expect(documentUid(listedBy, issuer, 'WS1')).toBe(uid),
);
