/**
 * Small scenes around what a clone must keep: closures that share a variable, aliases, cycles, closures of loop
 * rounds, identity as a key, buffers with two views, generators held in variables. Chance alone would rarely
 * compose them. Each declares its names for the statements after it.
 */
import { declareName } from '../patterns.ts'
import { generatorCall, hasMaker } from '../expressions/suspensions.ts'
import { lines, sentence, type Phrase } from '../phrase.ts'
import { expression, type Maker, type Place } from '../place.ts'
import type { Role, Type } from '../scope.ts'

/** Declares names, or nothing when the pool is used up; the scene itself is one statement list. */
const names = (place: Place, wanted: readonly (readonly [Role, Type])[]): readonly string[] | undefined => {
  const made = wanted.map(([role, type]) => declareName(place, role, type))
  for (const variable of made) if (variable !== undefined) variable.open = false
  return made.every((variable) => variable !== undefined) ? made.map((variable) => variable.name) : undefined
}

const scene = (
  form: Maker['form'],
  wanted: readonly (readonly [Role, Type])[],
  write: (place: Place, names: readonly string[], suspended: Phrase, first: Phrase) => readonly Phrase[],
): Maker => ({
  form,
  when: (place) => place.inside === 'generator',
  make: (place) => {
    // The first variable's value is written before its name is known.
    const first = expression(place, wanted[0]?.[1] ?? 'any')
    const found = names(place, wanted)
    if (found === undefined) return sentence('empty')`;`
    const suspended = sentence('expressionStatement')`${expression(place, 'any')};`
    // Lines without braces: the names belong to the block around the scene.
    return sentence(form)`${lines(write(place, found, suspended, first))}`
  },
})

const say = (place: Place): string => `n${String(place.number())}`

export const scenes: readonly Maker[] = [
  scene(
    'counterPair',
    [
      ['let', 'number'],
      ['const', 'function'],
      ['const', 'function'],
    ],
    (place, [n, up, get], gap, first) => [
      sentence('let')`let ${n as string} = ${first};`,
      sentence('const')`const ${up as string} = (x) => log('${say(place)}', ++${n as string});`,
      sentence('const')`const ${get as string} = () => ${n as string};`,
      gap,
      sentence('note')`log('${say(place)}', [${up as string}(), ${get as string}(), ${n as string}]);`,
    ],
  ),
  scene(
    'classPair',
    [
      ['let', 'number'],
      ['const', 'function'],
      ['const', 'function'],
    ],
    (place, [n, base, heir], gap, first) => [
      sentence('let')`let ${n as string} = ${first};`,
      sentence('const')`const ${base as string} = class {
        static #secret = [${n as string}];
        static seen = { count: ${n as string} };
        static { log('${say(place)}', ${n as string}++); }
        static add() { return ${base as string}.#secret.push(++this.seen.count); }
        field = ${n as string};
        name() { return ++${n as string}; }
        *walk() { yield [super.toString(), ${n as string}++, this.field]; }
      };`,
      sentence('const')`const ${heir as string} = class extends ${base as string} {
        static own = () => ${base as string}.seen;
        #secret = 1;
        name(x = super.name()) { return x + this.#secret + (#secret in this); }
      };`,
      gap,
      sentence(
        'note',
      )`log('${say(place)}', [${heir as string}.add(), new ${heir as string}().name(), ...new ${heir as string}().walk(), ${heir as string}.own().count]);`,
    ],
  ),
  scene(
    'alias',
    [
      ['const', 'array'],
      ['let', 'array'],
      ['const', 'object'],
    ],
    (place, [x, y, box], gap, first) => [
      sentence('const')`const ${x as string} = ${first};`,
      sentence('let')`let ${y as string} = ${x as string};`,
      sentence('const')`const ${box as string} = { a: ${x as string}, b: [${y as string}] };`,
      gap,
      sentence(
        'note',
      )`log('${say(place)}', [${x as string}.push(1), ${y as string}, ${box as string}.b[0] === ${y as string}]);`,
    ],
  ),
  scene(
    'cycle',
    [
      ['const', 'object'],
      ['const', 'array'],
      ['const', 'map'],
    ],
    (place, [o, list, m], gap) => [
      sentence('const')`const ${o as string} = { a: 1 };`,
      sentence('const')`const ${list as string} = [${o as string}];`,
      sentence('const')`const ${m as string} = new Map([[${o as string}, ${list as string}]]);`,
      sentence(
        'assignMember',
      )`${o as string}.self = ${o as string}; ${list as string}.push(${list as string}); ${m as string}.set(${m as string}, ${m as string});`,
      gap,
      sentence(
        'note',
      )`log('${say(place)}', [${o as string}.self === ${o as string}, ${m as string}.get(${o as string}), ${m as string}.get(${m as string}) === ${m as string}]);`,
    ],
  ),
  scene('closuresOfLoop', [['const', 'array']], (place, [list]) => [
    sentence('const')`const ${list as string} = [];`,
    sentence(
      'forLet',
    )`for (let r = 0; more() && r < 3; r++) { ${list as string}.push(() => r++); log('${say(place)}', ${expression(place, 'any')}); }`,
    sentence('note')`log('${say(place)}', ${list as string}.map((x) => x && [x(), x()]));`,
  ]),
  scene(
    'closuresInContainer',
    [
      ['let', 'number'],
      ['const', 'map'],
      ['const', 'object'],
    ],
    (place, [n, m, o], gap) => [
      sentence('let')`let ${n as string} = 0;`,
      sentence('const')`const ${m as string} = new Map([['up', () => ++${n as string}]]);`,
      sentence(
        'const',
      )`const ${o as string} = { m(x) { return ${n as string} += 2; }, get a() { return ${n as string}; } };`,
      gap,
      sentence(
        'note',
      )`log('${say(place)}', [${m as string}.get('up')?.(), ${o as string}.m?.(), ${o as string}.a, ${n as string}]);`,
    ],
  ),
  scene(
    'mutualClosures',
    [
      ['let', 'number'],
      ['const', 'function'],
      ['const', 'function'],
    ],
    (place, [n, f, g], gap) => [
      sentence('let')`let ${n as string} = 0;`,
      sentence(
        'const',
      )`const ${f as string} = (x) => (${n as string}++, more() && x > 0 ? ${g as string}(x - 1) : ${n as string});`,
      sentence(
        'const',
      )`const ${g as string} = (x) => (more() && x > 0 ? ${f as string}(x - 1) : -${n as string});`,
      gap,
      sentence('note')`log('${say(place)}', [${f as string}(2), ${g as string}(3), ${n as string}]);`,
    ],
  ),
  scene(
    'identityKeys',
    [
      ['const', 'object'],
      ['const', 'map'],
      ['const', 'set'],
    ],
    (place, [o, m, s], gap, first) => [
      sentence('const')`const ${o as string} = ${first};`,
      sentence('const')`const ${m as string} = new Map([[${o as string}, 'first']]);`,
      sentence('const')`const ${s as string} = new Set([${o as string}]);`,
      gap,
      sentence(
        'note',
      )`log('${say(place)}', [${m as string}.get(${o as string}), ${s as string}.has(${o as string}), [...${s as string}][0] === ${o as string}]);`,
    ],
  ),
  scene(
    'sharedBuffer',
    [
      ['const', 'bytes'],
      ['const', 'bytes'],
    ],
    (place, [whole, tail], gap) => [
      sentence('const')`const ${whole as string} = new Uint8Array([1, 2, 3]);`,
      sentence('const')`const ${tail as string} = ${whole as string}.subarray(1);`,
      gap,
      sentence(
        'note',
      )`log('${say(place)}', [++${tail as string}[0], ${whole as string}[1], ${tail as string}.length]);`,
    ],
  ),
  scene(
    'movedDate',
    [
      ['const', 'date'],
      ['const', 'array'],
    ],
    (place, [moved, list], gap, first) => [
      sentence('const')`const ${moved as string} = ${first};`,
      sentence('const')`const ${list as string} = [${moved as string}];`,
      gap,
      sentence(
        'note',
      )`log('${say(place)}', [${moved as string}.setTime(${moved as string}.getTime() + 1), ${list as string}[0]]);`,
    ],
  ),
  scene('frozenShell', [['const', 'array']], (place, [shell], gap) => [
    sentence('const')`const ${shell as string} = Object.freeze([{ a: 1 }, Object.freeze({ b: 2 })]);`,
    gap,
    sentence('note')`log('${say(place)}', [++${shell as string}[0].a, ${shell as string}]);`,
  ]),
  scene('sameTemplate', [['const', 'array']], (place, [list]) => [
    sentence('const')`const ${list as string} = [];`,
    sentence(
      'forLet',
    )`for (let r = 0; more() && r < 2; r++) { ${list as string}.push(Array.of\`a${'${'}${expression(place, 'any')}}\\n\`[0]); log('${say(place)}', ${expression(place, 'any')}); }`,
    sentence(
      'note',
    )`log('${say(place)}', [${list as string}[0] === ${list as string}[1], Object.isFrozen(${list as string}[0]), ${list as string}[0]?.raw]);`,
  ]),
  scene('regex', [['const', 'any']], (place, [found], gap) => [
    sentence('const')`const ${found as string} = /(?<first>[ab])b?/g;`,
    sentence('note')`log('${say(place)}', ${found as string}.exec('xab')?.groups.first);`,
    gap,
    sentence(
      'note',
    )`log('${say(place)}', [${found as string}.lastIndex, ${found as string}.test?.('abab'), String(${found as string})]);`,
  ]),
  scene('reentry', [['const', 'generator']], (place, [itself], gap, first) => [
    sentence(
      'generatorExpression',
    )`const ${itself as string} = (function* (x) { try { ${itself as string}.${place.random.pick(['next', 'return', 'throw'])}(x); } catch (x) { log('${say(place)}', x); } try { yield x; yield* ${itself as string}; } finally { log('${say(place)}', more() && ${itself as string} !== x); } })(${first});`,
    sentence('note')`log('${say(place)}', ${itself as string}.next());`,
    gap,
  ]),
  scene('using', [['const', 'any']], (place, [opened], gap, first) => [
    sentence(
      'using',
    )`{ using ${opened as string} = ${place.random.pick(['null ??', ''])} { a: ${first}, [Symbol.dispose]() { log('${say(place)}', this.a); if (!more()) throw new Error('u${String(place.number())}'); } }; ${gap} }`,
  ]),
  scene('markedError', [['const', 'any']], (place, [failure], gap) => [
    sentence('const')`const ${failure as string} = new RangeError('u${String(place.number())}');`,
    gap,
    sentence('note')`log('${say(place)}', ${failure as string}.mark = [${failure as string}.mark]);`,
  ]),
  {
    form: 'heldGenerator',
    when: (place) => hasMaker(place),
    make: (place) => {
      const value = generatorCall(place)
      const variable = declareName(place, place.random.pick(['let', 'const', 'var'] as const), 'generator')
      if (variable === undefined) return sentence('empty')`;`
      variable.open = false
      const first = sentence('const')`${variable.role} ${variable.name} = ${value};`
      const started = sentence(
        'note',
      )`log('${say(place)}', ${variable.name}.next?.(${expression(place, 'any')}));`
      return sentence('heldGenerator')`${lines(place.random.chance(60) ? [first, started] : [first])}`
    },
  },
]
