/**
 * Runs code while the texts that a compiler may change are the same for everybody: the source of a function and
 * the message of an error that the engine made. Arrays give a short text too, or a loop could double a string.
 * Law: `Function`, `Error` and `Array` are as before when it returns or throws.
 */
import { isOwnMessage } from './describe.ts'

const replace = (owner: object, method: () => string): (() => void) => {
  const before = Object.getOwnPropertyDescriptor(owner, 'toString') as PropertyDescriptor
  Object.defineProperty(owner, 'toString', { ...before, value: method })
  return () => void Object.defineProperty(owner, 'toString', before)
}

export const steadily = <A>(run: () => A): A => {
  const restore = [
    replace(Function.prototype, function (this: unknown) {
      return `function ${String((this as { name?: unknown }).name)}`
    }),
    replace(Error.prototype, function (this: unknown) {
      const { name, message } = this as Error
      return isOwnMessage(message) ? `${String(name)}: ${message}` : String(name)
    }),
    replace(Array.prototype, function (this: unknown) {
      return `array of ${String((this as { length?: unknown }).length)}`
    }),
  ]
  try {
    return run()
  } finally {
    for (const each of restore) each()
  }
}
