export const RICH = { query: `query Rich($no: ID!, $office: ID!, $certificate: ID!, $digest: Digest!) {
  case(courtCaseNo: $no) {
    caseUid
    currentStage
    parties { partyUid role legalStatus person { displayName sexCode } representations { kind } currentMeasure { kind } }
    policeCases { policeCaseNo status category { scheme code name } acceptedOn handlingUnit { name } }
    arrestReviews { acceptanceNo status }
    prosecutionReviews { acceptanceNo status prosecutor { displayName } }
    courtCases { courtCaseNo status cause { scheme code name } panel { displayName } hearings { startsAt } }
    legalAidCases { legalAidId rawNumber status }
    documents { documentUid code }
    transfers { kind status }
    deadlines { code dueOn }
  }
  verifyNotarialCertificate(officeUscc: $office, number: $certificate, digest: $digest) { state enforceable digestMatches }
}`, variables: { no: '（2025）鲁9999刑初999901号', office: '32379999FAKE6NTY35', certificate: '（2025）鲁虚构证民字第000001号', digest: 'sm3:442291bd2d679b1f503749c8ee369e384b4447b2a3fe4d1c570e1e38cecc7721' } };
