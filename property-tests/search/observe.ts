/** What a consumer can see of a stream, as plain data that can be compared. */
import { AsyncStream, type Stream } from 'multishot'

/** The values up to the end or an error, and then the status. */
export const observe = <A>(stream: Stream<A>): { values: A[]; status: unknown } => {
  const values: A[] = []
  try {
    for (const value of stream) values.push(value)
  } catch {
    // The status tells the error.
  }
  return { values, status: stream.status }
}

/** The same of a stream that has to be waited for. */
export const observeAsync = async <A>(stream: AsyncStream<A>): Promise<{ values: A[]; status: unknown }> => {
  const values: A[] = []
  try {
    for await (const value of stream) values.push(value)
  } catch {
    // As above.
  }
  return { values, status: stream.status }
}
