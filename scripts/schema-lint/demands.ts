import { type GraphQLInterfaceType, type GraphQLObjectType, getNamedType, isInterfaceType } from 'graphql';
import { allOf, beyond, isNothing } from '#gateway/authorization/requirement.ts';
import type { Finding } from './decisions.ts';
import type { SupergraphModel } from './supergraph-model.ts';

/** Whether what a field demands stands on it, and not only in what it is made of. The gateway works it out; a reader, and another router, does not. */
export function demandFindings(model: SupergraphModel): Finding[] {
  const { schema } = model;
  const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
  const objects = [...model.roots, ...model.objects];
  return [
    ...objects.flatMap((type) => hiddenDemands(model, type)),
    ...interfaces.flatMap((type) => unjoined(model, type)),
  ];
}

function hiddenDemands({ declared, enforced, join }: SupergraphModel, object: GraphQLObjectType): Finding[] {
  return Object.values(object.getFields()).flatMap((field): Finding[] => {
    const stated = allOf([
      declared.ofType(object.name),
      declared.ofField(object.name, field.name),
      declared.ofType(getNamedType(field.type).name),
    ]);
    const demanded = enforced.ofField(object.name, field.name);
    if (demanded === undefined || isNothing(beyond(demanded, stated))) return [];
    const rule = join.requires(field).length > 0 ? 'requires-protected' : 'interface-demand';
    return [{ rule, coordinate: `${object.name}.${field.name}` }];
  });
}

/** An interface that demands less than one of its object types, on itself or on a field. */
function unjoined({ schema, declared }: SupergraphModel, type: GraphQLInterfaceType): Finding[] {
  const objects = schema.getPossibleTypes(type);
  const isLess = (wanted: (name: string) => ReturnType<typeof declared.ofType>) =>
    objects.some(({ name }) => !isNothing(beyond(wanted(name), wanted(type.name))));
  const fields = Object.keys(type.getFields());
  return [
    ...(isLess(declared.ofType) ? [type.name] : []),
    ...fields
      .filter((field) => isLess((name) => declared.ofField(name, field)))
      .map((field) => `${type.name}.${field}`),
  ].map((coordinate) => ({ rule: 'interface-demand', coordinate }));
}
