// A running generator is cloned half way, and both go on. The generator is ordinary code that knows
// nothing of clones; its expensive first step is not run again, which the counter at the end proves.
//
//     node --import multishot/register examples/half-way.ts

import { clone } from 'multishot'

let expensiveRuns = 0

/** The sum of the primes below two million, found the slow way. */
function expensive(): number {
  expensiveRuns += 1
  const composite = new Uint8Array(2_000_000)
  let sum = 0
  for (let n = 2; n < composite.length; n++) {
    if (composite[n]) continue
    sum += n
    for (let multiple = 2 * n; multiple < composite.length; multiple += n) composite[multiple] = 1
  }
  return sum
}

function* walk(): Generator<string, string, string> {
  const treasure = expensive()
  const log: string[] = []
  log.push(yield `There is a treasure of ${treasure}. Left or right?`)
  log.push(yield `You went ${log[0]}. Over or under the bridge?`)
  return `${treasure} by way of ${log.join(', ')}`
}

const first = walk()
console.log(first.next().value)

const second = clone(first)
console.log('first: ', first.next('left').value)
console.log('second:', second.next('right').value)

// A clone is a generator like any other: it can be cloned, iterated, returned from, thrown into.
const third = clone(second)
console.log('first: ', first.next('over').value)
console.log('second:', second.next('over').value)
console.log('third: ', third.next('under').value)

console.log(`The expensive step ran ${expensiveRuns} time for ${[first, second, third].length} walks.`)
