import type { IngestedCertificate } from '#adapters/systems/notary/port.ts';
import { AGENCIES } from '#schema/agencies.ts';
import type { UnifiedSocialCreditCode } from '#schema/identifiers/kinds.ts';
import { unifiedSocialCreditCode } from '#schema/identifiers/unified-social-credit-code.ts';
import { type IngestedRecord, type PagedRecord, pagedRecords } from '#subgraphs/kit/ingested-record.ts';
import { type NotaryContext, notaryFactsOf } from '#subgraphs/notary/context.ts';

/** The notary offices of the directory, in the order in which pages go through them. */
const OFFICES: readonly UnifiedSocialCreditCode[] = AGENCIES.filter(({ department }) => department === 'NOTARY')
  .flatMap(({ agencyCode }) => unifiedSocialCreditCode.parse(agencyCode.replace('NOTARY-', '')) ?? [])
  .sort();

/** Certificates after one, office by office: which there are for which case, and nothing of what is in them. */
export async function ingestedPage(
  after: string | null,
  limit: number,
  context: NotaryContext,
  offices = OFFICES,
): Promise<readonly PagedRecord[]> {
  const { scope, system, legacyCall } = context;
  const page: PagedRecord[] = [];
  const [office = '', recordKey = null] = after?.split(' ') ?? [];
  for (const next of offices.filter((each) => each >= office)) {
    const start = next === office ? recordKey : null;
    const rows = await scope.guard(() => system.page(next, start, limit - page.length, legacyCall));
    page.push(...pagedRecords(rows, context, toIngested, (key) => `${next} ${key}`));
    if (page.length === limit) break;
  }
  return page;
}

function toIngested(certificate: IngestedCertificate): IngestedRecord {
  const facts = notaryFactsOf(certificate);
  return {
    recordNo: facts.recordNo,
    pageKey: `${certificate.officeUscc} ${certificate.recordKey}`,
    kind: 'NOTARIAL_CERTIFICATE',
    facts,
    caseUid: null,
    caseKind: null,
    stage: null,
    linkedNumbers: certificate.linkedNumbers.flatMap(({ kind, number }) => (number === null ? [] : { kind, number })),
    parties: [],
  };
}
