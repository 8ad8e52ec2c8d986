declare global {
  /** Everything a story shows that is no message: texts of the case, names of packs and sites. */
  var storyData: string;
}

/** Tells the tests what of a story is data. */
export function tellData(...data: unknown[]): void {
  globalThis.storyData = JSON.stringify(data);
}
