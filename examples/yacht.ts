// Five friends have a daughter and a yacht each, and each yacht bears the name of a friend's daughter (Phillips,
// 1961; SICP, exercise 4.43). Who is Lorna's father? And what if nobody had told us that Mary Ann's surname is
// Moore?
//
//     npx multishot run examples/yacht.ts

import { amb, choose, guard } from 'multishot'

const owners = ['Moore', 'Downing', 'Hall', 'Hood', 'Parker'] as const
type Owner = (typeof owners)[number]

const yachts = { Moore: 'Lorna', Downing: 'Melissa', Hall: 'Rosalind', Hood: 'Gabrielle' }

export default function* yacht() {
  const surnameIsKnown = yield* amb(true, false)
  const free = new Set<Owner>(owners)

  const maryAnn = yield* fatherOutOf(free)
  yield* guard(!surnameIsKnown || maryAnn === 'Moore', "Mary Ann's surname is Moore")
  const melissa = yield* fatherOutOf(free)
  yield* guard(melissa === 'Hood', "Downing's yacht is named after Hood's daughter")
  const gabrielle = yield* fatherOutOf(free)
  const lorna = yield* fatherOutOf(free)
  const rosalind = yield* fatherOutOf(free)

  const fathers = {
    'Mary Ann': maryAnn,
    Gabrielle: gabrielle,
    Lorna: lorna,
    Melissa: melissa,
    Rosalind: rosalind,
  }
  const daughters = new Map(Object.entries(fathers).map(([daughter, father]) => [father, daughter]))
  // The one name that is left is that of Parker's yacht.
  const boats: Record<Owner, string> = { ...yachts, Parker: 'Mary Ann' }
  for (const owner of owners)
    yield* guard(boats[owner] !== daughters.get(owner), 'no yacht is named after the own daughter')
  yield* guard(
    boats[gabrielle] === daughters.get('Parker'),
    "Gabrielle's father has the name of Parker's daughter",
  )

  const premise = surnameIsKnown ? 'Mary Ann is a Moore' : 'nobody knows her surname'
  return `${premise}: Lorna's father is ${lorna}`
}

function* fatherOutOf(free: Set<Owner>) {
  const father = yield* choose(free)
  free.delete(father)
  return father
}
