import { format } from 'node:util'
import { expect, test, vi } from 'vitest'
import { docExamples } from './doc-examples.ts'

test.each(docExamples())('the example at $name prints what it says', async ({ id, output }) => {
  const log = vi.spyOn(console, 'log').mockReturnValue()
  await import(/* @vite-ignore */ id)
  const printed = log.mock.calls.flatMap((values) => format(...values).split('\n'))
  log.mockRestore()
  expect(printed).toEqual(output)
})
