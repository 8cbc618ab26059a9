/** Empties the lines that are comments; every line keeps its number. */
export function withoutComments(text: string): string {
  return text.replace(/^[ \t]*(?:\/\/|\/?\*).*$/gm, '');
}

/** From 1. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
