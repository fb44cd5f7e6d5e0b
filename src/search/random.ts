// Randomness as a value: a source is a place in a tree of sources, and gives one number. What happens to a branch
// depends on the seed and on where it stands, not on what happened before elsewhere.
//
// Law: `source.split(i)` is the same source whenever and wherever it is asked for, and for different `i` the
// numbers have nothing to do with each other.
// Sources: Claessen & Pałka, "Splittable Pseudorandom Number Generators using Cryptographic Hashing" (2013), for the
// idea; the hash is the finaliser of MurmurHash3 (Appleby), for it need not keep secrets.

export class RandomSource {
  readonly #a: number
  readonly #b: number

  private constructor(a: number, b: number) {
    this.#a = a
    this.#b = b
  }

  /** The root of the tree of `seed`. */
  static of(seed: number): RandomSource {
    const whole = Math.floor(seed)
    const low = Math.imul(whole, 1)
    const high = Math.imul(Math.floor(whole / 2 ** 32), 1)
    return new RandomSource(mix(low ^ 0x9e3779b9), mix(high ^ 0x85ebca6b)).split(0)
  }

  /** The source of the branch with this index. */
  split(index: number): RandomSource {
    const a = mix(this.#a ^ Math.imul(index + 1, 0x9e3779b1))
    const b = mix(this.#b + a + index)
    return new RandomSource(mix(a ^ Math.imul(b, 0x85ebca77)), b)
  }

  /** A number from 0 up to 1, all of its 53 bits random. */
  get number(): number {
    const high = mix(this.#a ^ 0x27d4eb2f) >>> 5
    const low = mix(this.#b ^ 0x165667b1) >>> 6
    return (high * 2 ** 26 + low) / 2 ** 53
  }

  /** A function that gives the numbers of the branches 0, 1, 2 … one after the other. */
  sequence(): () => number {
    let index = 0
    return () => this.split(index++).number
  }
}

function mix(hash: number): number {
  let h = hash | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
