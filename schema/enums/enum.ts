/** A closed list of values as the graph shows it: the value, and its description with the Chinese term first. */
export type Enum = Readonly<Record<string, string>>;

/** The values in the order of declaration. */
export function valuesOf<Value extends string>(descriptions: Readonly<Record<Value, string>>): readonly Value[] {
  return Object.keys(descriptions) as Value[];
}

/** What `builder.enumType(name, { values })` of Pothos takes; in code the values are their own names. */
export function graphValues<const Descriptions extends Enum>(descriptions: Descriptions) {
  const entries = Object.entries(descriptions).map(([name, description]) => [name, { value: name, description }]);
  return Object.fromEntries(entries) as {
    [Name in keyof Descriptions & string]: { value: Name; description: string };
  };
}
