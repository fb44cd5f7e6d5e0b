// On an island, knights always tell the truth and knaves always lie (Smullyan, 1978). From what the inhabitants
// say it can mostly be told who is what: who says something is a knight if and only if it is true. The last puzzle
// tells nothing of A, so it has two solutions.
//
//     npx multishot run examples/knights-and-knaves.ts

import { amb, choose, guard } from 'multishot'

type Kind = 'knight' | 'knave'
type Island = Readonly<Record<string, Kind>>
type Claim = readonly [speaker: string, says: string, isTrue: (island: Island) => boolean]

const count = (island: Island, kind: Kind) => Object.values(island).filter((each) => each === kind).length

const puzzles: readonly { readonly people: string; readonly claims: readonly Claim[] }[] = [
  {
    people: 'AB',
    claims: [['A', 'At least one of us is a knave.', (island) => count(island, 'knave') >= 1]],
  },
  {
    people: 'AB',
    claims: [['A', 'I am a knave, or B is a knight.', ({ A, B }) => A === 'knave' || B === 'knight']],
  },
  {
    people: 'ABC',
    claims: [
      ['A', 'All of us are knaves.', (island) => count(island, 'knave') === 3],
      ['B', 'Exactly one of us is a knight.', (island) => count(island, 'knight') === 1],
    ],
  },
  {
    people: 'ABC',
    claims: [
      ['B', 'A says that he is a knave.', () => false], // no inhabitant can say that
      ['C', 'Do not believe B, he is lying.', ({ B }) => B === 'knave'],
    ],
  },
]

export default function* knightsAndKnaves() {
  const { people, claims } = yield* choose(puzzles)
  const island: Record<string, Kind> = {}
  for (const person of people) island[person] = yield* amb<Kind[]>('knight', 'knave')
  for (const [speaker, says, isTrue] of claims)
    yield* guard((island[speaker] === 'knight') === isTrue(island), `${speaker} says: ${says}`)
  return island
}
