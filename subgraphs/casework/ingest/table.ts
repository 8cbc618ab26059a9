type Row = Readonly<Record<string, string | number | null>>;

/** Rows of one shape under the names of their fields, numbers to the right; nothing for no rows. */
export function table<Shape extends { readonly [Name in keyof Shape]: string | number | null }>(
  rows: readonly Shape[],
): string {
  const [first] = rows as readonly Row[];
  if (first === undefined) return '';
  const names = Object.keys(first);
  const lines = [names, ...(rows as readonly Row[]).map((row) => names.map((name) => String(row[name] ?? '–')))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => align(first, names, cell, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');

  function align(sample: Row, all: readonly string[], cell: string, column: number): string {
    const width = widths[column] ?? 0;
    return typeof sample[all[column] ?? ''] === 'number' ? cell.padStart(width) : cell.padEnd(width);
  }
}
