import type { Question } from '#tests/harness/ask.ts';

/** Case 1 as its presiding judge may see it, through every department, and a certificate beside it. */
export const RICH: Question = {
  query: `query Rich($no: ID!, $office: ID!, $certificate: ID!, $digest: Digest!) {
    case(courtCaseNo: $no) {
      caseUid
      currentStage
      parties {
        partyUid role legalStatus
        person { displayName sexCode }
        currentMeasure { kind limitOn }
        representations { kind from lawyer { name licenceNo } }
      }
      policeCases { policeCaseNo status category { scheme code name } acceptedOn handlingUnit { name } }
      arrestReviews { acceptanceNo status decisions { decision decidedOn } }
      prosecutionReviews { acceptanceNo status acceptedOn prosecutor { displayName } }
      courtCases { courtCaseNo status cause { scheme code name } panel { displayName } hearings { startsAt room } }
      legalAidCases { legalAidId rawNumber status lawyer { name } }
      documents { documentUid code title }
      transfers { kind status sentAt }
      deadlines { code dueOn subject { partyUid } }
    }
    verifyNotarialCertificate(officeUscc: $office, number: $certificate, digest: $digest) {
      state enforceable digestMatches
    }
  }`,
  variables: {
    no: '（2025）鲁9999刑初999901号',
    office: '32379999FAKE6NTY35',
    certificate: '（2025）鲁虚构证民字第000001号',
    digest: 'sm3:442291bd2d679b1f503749c8ee369e384b4447b2a3fe4d1c570e1e38cecc7721',
  },
};
