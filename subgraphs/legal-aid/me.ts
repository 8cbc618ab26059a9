import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import { Lawyer } from '#subgraphs/legal-aid/lawyer.ts';
import { builder } from '#subgraphs/legal-aid/types.ts';

/** What the justice bureau knows of the account that asks. */
builder.externalRef('Me', builder.selection<{ displayName: string }>('displayName')).implement({
  externalFields: (t) => ({ displayName: t.string({ nullable: false }) }),
  fields: (t) => ({
    lawyer: t.field({
      type: Lawyer,
      description: '执业登记 the caller’s own entry in the register of lawyers; null for everyone else',
      resolve: (_me, _args, { envelope, lawyers }) => {
        const licenceNo = lawyerLicenceNo.parse(envelope.principal.licenceNo ?? '');
        return licenceNo === null ? null : lawyers.load(licenceNo);
      },
    }),
  }),
});
