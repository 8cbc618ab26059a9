import { DepartmentError } from '#schema/errors/graph-error.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { wholeNumber } from '#subgraphs/casework/grants/whole-number.ts';
import type { OwnedRow } from '#subgraphs/casework/lists/join.ts';
import type { PartyOfCase } from '#subgraphs/casework/party.ts';
import type { OwnerPerson } from '#subgraphs/kit/owner-rows.ts';

export const Person = builder.objectRef<PartyOfCase>('Person').implement({
  description: '自然人 a person：只能经由案件查到，标识为不透明编号。',
  policy: [['case.read']],
  fields: (t) => ({
    personUid: t.id({ nullable: false, description: '人员编号 opaque id', resolve: ({ party }) => party.personUid }),
    displayName: t.string({
      nullable: false,
      description: '显示姓名 name as this caller may see it：案管只见姓氏，身份受保护者只有化名。',
      resolve: ({ found, party }) =>
        found.view === 'INTAKE' && !party.protectedIdentity ? maskedName(party.displayName) : party.displayName,
    }),
    sexCode: t.string({
      description: '性别代码 sex (GB/T 2261.1)，由掌握身份信息的部门提供。',
      resolve: async (each, _args, context) => (await ownersWord(context, each))?.row.sexCode ?? null,
    }),
    idNumberMasked: t.string({
      description: '公民身份号码（脱敏） identity number, masked；未成年人与身份受保护者为 null。',
      resolve: async (each, _args, context) => {
        const word = await ownersWord(context, each);
        if (word?.row.idNumberUnreadable) throw new DepartmentError('DEPARTMENT_DATA_INVALID', word.owner);
        return word?.row.idNumberMasked ?? null;
      },
    }),
    phoneMasked: t.string({
      description: '联系电话（脱敏） phone number, masked；未成年人与身份受保护者为 null。',
      resolve: async (each, _args, context) => (await ownersWord(context, each))?.row.phoneMasked ?? null,
    }),
    idNumber: t.string({
      policy: [['identity.unmask']],
      description:
        '公民身份号码 identity number, whole；须有本机关负责人批准且在有效期内的授权（UNMASK），并以 x-case 指明本案，否则为 null；未成年人与身份受保护者始终为 null。',
      resolve: (each, _args, context) => wholeNumber(context, each, 'Person.idNumber'),
    }),
    phone: t.string({
      policy: [['identity.unmask']],
      description: '联系电话 phone number, whole；条件同 idNumber。',
      resolve: (each, _args, context) => wholeNumber(context, each, 'Person.phone'),
    }),
  }),
});

/** What the first department that knows the person says. @throws DepartmentError where one that might know failed and no other knows. */
async function ownersWord(
  context: CaseworkContext,
  { found, party }: PartyOfCase,
): Promise<OwnedRow<OwnerPerson> | null> {
  const { rows, failures } = await context.joined(found, 'persons');
  const own = rows.find(({ row }) => party.keys.some(({ key }) => key === row.partyKey));
  const [failure] = failures.filter(({ owner }) => party.keys.some(({ system }) => system === owner.system));
  if (own === undefined && failure) throw failure.error;
  return own ?? null;
}

/** 张某某: what the desk that receives a package needs of a name. */
function maskedName(name: string): string {
  const [first = ''] = name;
  return `${first}某某`;
}
