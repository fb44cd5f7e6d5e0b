export function* main() {
  const log = []
  try {
    log.push(yield 'try')
    throw new Error('inside')
  } catch (error) {
    log.push(yield error.message)
  } finally {
    yield 'finally'
    log.push('closed')
  }
  yield log
}
