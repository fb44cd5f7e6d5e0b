// Which of these files fill a disc of 700 MB to the last megabyte? Each is taken or left; a branch ends as soon
// as there is too much on the disc, or too little left to fill it.
//
//     npx multishot run examples/subset-sum.ts

import { amb, guard } from 'multishot'

const disc = 700
const files = [349, 293, 281, 229, 211, 193, 178, 157, 131, 127, 103, 97, 89, 71, 61, 43, 29, 17]

export default function* subsetSum() {
  const taken: number[] = []
  let room = disc
  let left = total(files)
  for (const file of files) {
    left -= file
    if (yield* amb(true, false)) {
      taken.push(file)
      room -= file
    }
    yield* guard(room >= 0, 'the files fit on the disc')
    yield* guard(room <= left, 'the files that are left can fill it')
  }
  return taken.join(' + ')
}

function total(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0)
}
