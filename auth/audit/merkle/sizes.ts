/** Whether it can be a number of leaves, or of one. */
export function isIndex(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** The largest power of two that is not above `size`. No shifts: they end at 2^31. */
export function largestPower(size: number): { level: number; width: number } {
  let level = 0;
  let width = 1;
  while (2 * width <= size) {
    width *= 2;
    level += 1;
  }
  return { level, width };
}

/** Where a tree of `size` > 1 leaves splits: the largest power of two below `size`. */
export function split(size: number): number {
  return largestPower(size - 1).width;
}
