// A source map at the end of the code it is for.

/** A source map as the comment that Node.js, debuggers and other tools read. */
export function inline(map: object): string {
  const data = Buffer.from(JSON.stringify(map)).toString('base64')
  return `//# sourceMappingURL=data:application/json;charset=utf-8;base64,${data}`
}
