// Which objects a copy has made already. Most copies meet a handful of objects, for which looking
// through an array is faster than hashing; a larger graph moves to a Map.

const FEW = 12

export class Seen {
  private readonly sources: object[] = []
  private readonly copies: object[] = []
  private index: Map<object, object> | null = null

  get(source: object): object | undefined {
    if (this.index !== null) return this.index.get(source)
    const at = this.sources.indexOf(source)
    return at < 0 ? undefined : this.copies[at]
  }

  set(source: object, copy: object): void {
    if (this.index !== null) {
      this.index.set(source, copy)
      return
    }
    this.sources.push(source)
    this.copies.push(copy)
    if (this.sources.length <= FEW) return
    this.index = new Map(this.sources.map((each, i) => [each, this.copies[i]!]))
  }
}
