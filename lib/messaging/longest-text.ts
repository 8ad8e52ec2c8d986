/**
 * The most UTF-16 units of one document that are sent to be reviewed: some nine thousand pages. A
 * message has to stay far below what a browser carries.
 */
export const longestText = 12_000_000;
