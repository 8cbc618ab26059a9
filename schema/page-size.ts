/** Rows a page at most of any list that takes `first`; most lists give fewer, and each says how many. */
export const LONGEST_PAGE = 200;
