/** Steps of history whose emitted declarations changed and whose interface did not, each with the reason. */
export const explained: ReadonlyMap<string, string> = new Map([]);
