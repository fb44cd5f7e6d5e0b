// Runs a task in Tau Prolog, once and cold: an interpreter in JavaScript needs seconds for what others do in
// milliseconds. It prints the answer and the time.
//
//     node tau.js FOLDER TASK

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [folder, task] = process.argv.slice(2)
const require = createRequire(join(folder, 'here.js'))
const prolog = require('tau-prolog')
require('tau-prolog/modules/lists')(prolog)

const goals = {
  'queens-8': 'findall(Q, queens(8, Q), Found), length(Found, Answer).',
  'send-pruned': 'findall(M, send_pruned(M), Found), sum_list(Found, Answer).',
  zebra: 'findall(Z, zebra(Z), Found), sum_list(Found, Answer).',
}

/** Tau Prolog takes what is to be done next as callbacks. */
const settled = (act) =>
  new Promise((success, error) => {
    act({ success, error: (reason) => error(new Error(reason.toString())) })
  })

const session = prolog.create(1e9)
const program = readFileSync(new URL('peers.pl', import.meta.url), 'utf8')
await settled((then) => session.consult(`:- use_module(library(lists)).\n${program}`, then))

const start = performance.now()
await settled((then) => session.query(goals[task], then))
const found = await settled((then) => session.answer({ ...then, fail: then.error, limit: then.error }))
const milliseconds = performance.now() - start

const answer = Number(/Answer = (\d+)/.exec(session.format_answer(found))[1])
process.stdout.write(JSON.stringify({ answer, milliseconds }))
