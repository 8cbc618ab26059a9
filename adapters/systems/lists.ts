/** Lists of at most `size` items, in order: a legacy operation takes no longer ones. */
export function inListsOf<Item>(size: number, items: readonly Item[]): Item[][] {
  const lists = Math.ceil(items.length / size);
  return Array.from({ length: lists }, (_, index) => items.slice(index * size, (index + 1) * size));
}
