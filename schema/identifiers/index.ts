import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { areaCode } from '#schema/identifiers/area-code.ts';
import { businessLicenceNo } from '#schema/identifiers/business-licence-no.ts';
import { caseUid } from '#schema/identifiers/case-uid.ts';
import { citizenId } from '#schema/identifiers/citizen-id.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import { legalAidId } from '#schema/identifiers/legal-aid-id.ts';
import { legalAidNo } from '#schema/identifiers/legal-aid-no.ts';
import { notarialCertificateNo } from '#schema/identifiers/notarial-certificate-no.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';
import { policeDocumentNo } from '#schema/identifiers/police-document-no.ts';
import { policePersonNo } from '#schema/identifiers/police-person-no.ts';
import { procuratorateDocumentNo } from '#schema/identifiers/procuratorate-document-no.ts';
import { unifiedAcceptanceNo } from '#schema/identifiers/unified-acceptance-no.ts';
import { unifiedSocialCreditCode } from '#schema/identifiers/unified-social-credit-code.ts';

/** The numbers by which `case(...)` finds a case (案件编号), under the names of its arguments. */
export const CASE_NUMBER_KINDS = { caseUid, policeCaseNo, acceptanceNo, courtCaseNo } as const;

/** Every kind of number (号码种类) that the graph knows. */
export const IDENTIFIER_KINDS = {
  ...CASE_NUMBER_KINDS,
  policePersonNo,
  policeDocumentNo,
  unifiedAcceptanceNo,
  procuratorateDocumentNo,
  legalAidId,
  legalAidNo,
  notarialCertificateNo,
  lawyerLicenceNo,
  unifiedSocialCreditCode,
  businessLicenceNo,
  citizenId,
  areaCode,
} as const;
