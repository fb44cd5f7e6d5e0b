/**
 * Programs as the engine runs them: the oracle. A clone is a fresh instance of the whole program that is fed the
 * inputs of the original once more, so it shares nothing with it.
 */
import { hostOf, type Host, type HostOptions } from './host.ts'
import { outcome, send, sendAll, type Driven, type Run, type Step } from './run.ts'
import type { Act } from './scripts.ts'
import { starter } from './starter.ts'

/** One generator with a host of its own, and all that it was sent. */
interface Instance {
  readonly host: Host
  readonly generator: Driven | undefined
  readonly first: Step
  readonly history: (readonly [Act, string])[]
  readonly spoils: boolean
}

const during = (host: Host, call: () => string): Step => {
  host.begin()
  const result = call()
  return { result, log: host.entries() }
}

const fresh = (source: string, options: HostOptions): Instance => {
  const host = hostOf(options)
  let generator: Driven | undefined
  const first = during(host, () =>
    outcome(() => {
      generator = starter(source, host)()
      return 'started'
    }),
  )
  return { host, generator, first, history: [], spoils: options.spoils === true }
}

const resume = (instance: Instance, act: Act, value: string): Step => {
  const { host, generator, history, spoils } = instance
  if (generator === undefined) return { result: 'never started', log: [] }
  history.push([act, value])
  return during(host, () => send(generator, act, value, spoils))
}

/** A run in which every clone replays. */
export const nativeRun = (source: string, options: HostOptions = {}): Run => {
  const instances = new Map<number, Instance>()
  const at = (id: number): Instance => instances.get(id) as Instance
  let written = 0

  const counted = (step: Step): Step => {
    written += step.log.length
    return step
  }
  const make = (id: number): Instance => {
    const instance = fresh(source, options)
    instances.set(id, instance)
    counted(instance.first)
    return instance
  }

  return {
    start: () => make(0).first,
    resume: (on, act, value) => counted(resume(at(on), act, value)),
    burst: (inputs) => {
      const { host, generator } = at(0)
      return generator === undefined
        ? { result: 'never started', log: [] }
        : counted(during(host, () => sendAll(generator, inputs)))
    },
    clone: (on, as) => {
      const copy = make(as)
      for (const [act, value] of at(on).history) counted(resume(copy, act, value))
      return { result: 'cloned', log: [] }
    },
    drop: (on) => void instances.delete(on),
    written: () => written,
    foreign: () => [...instances.values()].flatMap(({ host }) => host.foreign()),
  }
}
