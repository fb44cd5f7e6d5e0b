// What is made of the events of a search: each format of one small tree, and the counts of large ones.

import { describe, expect, test } from 'vitest'
import { amb, choose, either, fail, guard, note, solve, type Nondeterminism, type Program } from 'multishot'
import {
  growTree,
  ports,
  short,
  treeToDot,
  treeToHtml,
  treeToJson,
  treeToMermaid,
  treeToSvg,
  whyNot,
  whyNotText,
  type ChoiceTree,
  type TreeNode,
} from 'multishot/seeing'
import { drawing, type Drawn } from './drawing.ts'
import { tally } from './tree.ts'

const small: Program<string, Nondeterminism> = function* small() {
  const n = yield* amb(1, 2, 3, 4)
  yield* guard(n !== 2 && n !== 3, 'no "middle" number')
  const word = yield* choose(['<a>', 'b'])
  yield* note('so far', [n, word])
  if (n === 4) yield* fail()
  return `${n}${word}`
}

const showFile = (): string => 'small.ts'

function treeOf(program: Program<unknown, Nondeterminism>, options = {}, most?: number): ChoiceTree {
  const { trace, tree } = growTree({ showFile, ...(most === undefined ? {} : { most }) })
  solve(program, { ...options, trace }).toArray()
  return tree()
}

describe('the tree of a search', () => {
  test('holds what each branch took, and what became of it', () => {
    const { root, reason } = treeOf(small)
    const lines = (node: TreeNode): readonly unknown[] => [
      `${node.taken} ${node.fate} ${node.text}`.trim(),
      ...node.children.map(lines),
    ]
    expect(lines(root)).toEqual([
      'choice',
      ['1 choice', ['"<a>" solution "1<a>"'], ['"b" solution "1b"']],
      ['2 failed no "middle" number'],
      ['3 failed no "middle" number'],
      ['4 choice', ['"<a>" failed'], ['"b" failed']],
    ])
    expect(reason).toBe('exhausted')
    expect(root.children[0]!.children[0]!.notes).toEqual(['so far: [1, "<a>"]'])
    expect(root.place).toMatch(/^small \(small\.ts:\d+:\d+\)$/)
  })

  test('says where the search was stopped', () => {
    const { root, reason } = treeOf(small, { solutions: 1 })
    expect(reason).toBe('limit')
    expect([root.untried, root.children[0]!.untried]).toEqual([3, 1])
  })

  test('says so when nobody knows how many options were left', () => {
    const endless = function* () {
      for (let n = 0; ; n++) yield n
    }
    const { root } = treeOf(function* () { return yield* choose(endless()) }, { solutions: 2 }) // prettier-ignore
    expect(root.untried).toBeNull()
    expect(root.children).toHaveLength(2)
  })

  test('counts the branches that it does not keep', () => {
    const bits = function* () {
      for (let i = 0; i < 8; i++) yield* amb(0, 1)
      yield* guard(false)
    }
    const { root } = treeOf(bits, {}, 50)
    const kept = (node: TreeNode): number => node.children.reduce((sum, child) => sum + kept(child), 1)
    expect(kept(root)).toBe(50)
    expect(tally(root)).toEqual({ branches: 511, solutions: 0, failures: 256, merged: 0 })
    const stoodFor = (node: Drawn): number =>
      node.children.reduce((sum, child) => sum + stoodFor(child), node.branches)
    for (const most of [1, 10, 30, 1000]) expect(stoodFor(drawing(treeOf(bits, {}, 50), most))).toBe(511)
  })

  test('holds alternatives of either by their number, and the error that ended the search', () => {
    const { trace, tree } = growTree()
    const alternatives = [
      function* () {
        return 1
      },
      function* (): Generator<never, number> {
        throw new RangeError('two')
      },
    ]
    const found = solve(function* () { return yield* either(...alternatives) }, { trace }) // prettier-ignore
    expect(() => found.toArray()).toThrow('two')
    expect(tree().root.children.map(({ taken, fate, text }) => [taken, fate, text])).toEqual([
      ['alternative 1', 'solution', '1'],
      ['alternative 2', 'threw', 'RangeError: two'],
    ])
    expect(tree().reason).toBe('failed')
  })
})

describe('formats', () => {
  const tree = treeOf(small)

  test('JSON holds the whole tree', () => {
    expect(JSON.parse(treeToJson(tree))).toEqual(JSON.parse(JSON.stringify(tree)))
  })

  test('DOT has a node for each branch, those that failed alike in one, with quotes escaped', () => {
    const dot = treeToDot(tree)
    expect(dot).toMatch(/^digraph search \{\n/)
    expect(dot.match(/ -> /g)).toHaveLength(7)
    expect(dot).toContain('2, 3: 2 × failed, no \\"middle\\" number')
  })

  test('Mermaid has the same nodes, in its own escapes', () => {
    const mermaid = treeToMermaid(tree)
    expect(mermaid).toMatch(/^flowchart LR\n/)
    expect(mermaid.match(/ --> /g)).toHaveLength(7)
    expect(mermaid).toContain('#quot;#lt;a#gt;#quot;')
  })

  test('SVG has a text for each node and no markup in it', () => {
    const svg = treeToSvg(tree)
    expect(svg.match(/<circle /g)).toHaveLength(8)
    expect(svg).toContain('&quot;&lt;a&gt;&quot;')
  })

  test('HTML folds and unfolds without a script, and says how the search ended', () => {
    const html = treeToHtml(tree, 'small <tree>')
    expect(html).toContain('<title>small &lt;tree&gt;</title>')
    expect(html).toContain('9 branches · 2 solutions · 4 failed · ended: exhausted')
    expect(html.match(/<details/g)).toHaveLength(3)
    expect(html).not.toContain('<script')
  })

  test('values are cut to one line', () => {
    expect(short(new Map([['a', [1n, undefined]]]))).toBe('Map {["a", [1n, undefined]]}')
    expect(short('x'.repeat(100))).toHaveLength(72)
    const cyclic: Record<string, unknown> = { text: 'a\nb' }
    cyclic['self'] = cyclic
    expect(short(cyclic)).toBe('{text: "a\\nb", self: {text: "a\\nb", self: {text: "a\\nb", self: {text: "…')
  })
})

describe('ports', () => {
  test('tell each event in a line, with place and variables', () => {
    const lines: string[] = []
    solve(small, { trace: ports((line) => lines.push(line), { showFile }), solutions: 1 }).toArray()
    expect(lines.map((line) => line.replaceAll(/:\d+:\d+/g, ''))).toEqual([
      'call  4 options   small (small.ts)',
      'exit    1',
      'call    2 options   small (small.ts) { n: 1 }',
      'exit      "<a>"',
      'note      so far: [1, "<a>"]   small (small.ts) { n: 1, word: "<a>" }',
      'found     "1<a>"',
      'cut     1 option not tried',
      'cut   3 options not tried',
      'end   limit',
    ])
  })
})

describe('why not', () => {
  test('counts what each guard ended, and shows the branches that came furthest', () => {
    const { trace, report } = whyNot({ showFile, furthest: 1 })
    solve(small, { trace }).toArray()
    const { causes, furthest, solutions, cut } = report()
    expect(causes.map(({ reason, branches }) => [reason, branches])).toEqual([
      ['no "middle" number', 2],
      [undefined, 2],
    ])
    expect(furthest).toMatchObject([{ path: ['4', '"<a>"'], reason: undefined }])
    expect([solutions, cut]).toEqual([2, 0])
    expect(whyNotText(report())[0]).toBe('4 branches failed, 2 came to a solution.')
  })

  test('says when the search was stopped before', () => {
    const { trace, report } = whyNot()
    solve(small, { trace, solutions: 1 }).toArray()
    expect(whyNotText(report())[0]).toMatch(
      /; the search was stopped before 2 choices had been tried to the end\.$/,
    )
  })
})
