// Which files are JavaScript or TypeScript by their name.

/** A path that names JavaScript or TypeScript, declarations excepted. */
export function isSource(path: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx)$/.test(path) && !/\.d\.(?:.+\.)?[cm]?ts$/.test(path)
}
