/**
 * What several subgraphs may give, with the reason: values that are alike whoever gives them, or that each owner makes of its own rows.
 * A type, or one field of a type.
 */
export const SHAREABLE: Readonly<Record<string, string>> = {
  Agency: 'the agency directory, published and alike everywhere',
  Code: 'an entry of a code list',
  Officer: 'the officers of each department, given by that department’s records',
  LegalDocument: 'the catalogue entry of a document, given by the owner of the record',
  Delivery: 'a part of LegalDocument',
  'Lawyer.name': 'the name in the power of attorney, and in the register',
};

/** What a root field may not be called (WORLD 8, DOMAIN 0.2). */
export const PERSON_FIRST = /person|party|search|face|phone|location/i;

/** The newest version that `@apollo/gateway` 2.14 composes. */
export const NEWEST_FEDERATION = 14;
