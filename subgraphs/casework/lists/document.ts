import { departmentOfAgency } from '#schema/agencies.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { CaseRef } from '#subgraphs/casework/case-ref.ts';
import { copiesOf } from '#subgraphs/casework/lists/copies.ts';
import type { OwnedRow } from '#subgraphs/casework/lists/join.ts';
import { rowsAt } from '#subgraphs/casework/lists/rows.ts';
import { LegalDocument } from '#subgraphs/casework/shared-types.ts';
import type { OwnerDocument } from '#subgraphs/kit/owner-rows.ts';

builder.objectField(CaseRef, 'documents', (t) =>
  t.field({
    type: [LegalDocument],
    description: '法律文书 documents of the case，各部门目录汇总，同一文书只列一次；某部门不可用时附一条错误。',
    args: { code: t.arg.string({ description: '只列出此文书代码 only this document code (DOMAIN 2.13)' }) },
    resolve: async (found, { code }, context, info) => {
      const rows = rowsAt(context, info, await context.joined(found, 'documents'));
      return distinctDocuments(rows).filter((document) => !code || document.code.code === code);
    },
  }),
);

/** A document that several departments hold is stored once: its issuer's row, with the deliveries of whoever served it. */
export function distinctDocuments(rows: readonly OwnedRow<OwnerDocument>[]): OwnerDocument[] {
  return copiesOf(rows, identityOf).flatMap((copies) => {
    const [first] = copies;
    const issued = copies.find(({ owner, row }) => departmentOfAgency(row.issuer) === owner.department) ?? first;
    if (issued === undefined) return [];
    const others = copies.filter((copy) => copy !== issued).flatMap(({ row }) => row.deliveries);
    return [{ ...issued.row, deliveries: [...issued.row.deliveries, ...others] }];
  });
}

/** Who issued it, as what, under which number; a document without a number by its day. */
function identityOf({ issuer, code, number, issuedOn, title }: OwnerDocument): string {
  return JSON.stringify([issuer, code.code, number ?? [issuedOn, title]]);
}
