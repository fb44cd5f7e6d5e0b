// CommonJS: every version of Node.js compiles what `require` loads by `Module.prototype._compile`, and
// what `import` loads too when the hooks give it no source. The patch is the one that coverage tools and
// transpilers have used for a decade; unlike a hook it keeps `require.cache` and `module.parent` as they are.

import { readFileSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Loader } from './loader.ts'
import { ownModules } from './own-package.ts'

/** The parts of the CommonJS loader that loaders patch; Node's types do not have them. */
interface CommonJs {
  _extensions: Record<string, (module: CommonJsModule, filename: string) => void>
  _resolveFilename: (request: string, ...rest: unknown[]) => string
  prototype: { _compile: Compile }
}
type Compile = (this: unknown, code: string, filename: string, format?: string) => unknown
interface CommonJsModule {
  _compile: Compile
}

export function compileOnRequire(look: Loader): void {
  const commonJs = nodeModule.Module as unknown as CommonJs
  const compile = commonJs.prototype._compile
  commonJs.prototype._compile = function (code, filename, format) {
    const unit = look(filename)
    if (unit === undefined) return compile.call(this, code, filename, format)
    return compile.call(this, unit.compile(), filename, unit.format)
  }
  // Node.js of some versions refuses these, of others strips types: both before `_compile` could.
  for (const extension of ['.ts', '.mts', '.cts', '.tsx', '.jsx']) {
    commonJs._extensions[extension] = (module, filename) => {
      module._compile(readFileSync(filename, 'utf8'), filename)
    }
  }
  resolveOwnModules(commonJs)
}

function resolveOwnModules(commonJs: CommonJs): void {
  const own = ownModules()
  const resolve = commonJs._resolveFilename
  commonJs._resolveFilename = function (request, ...rest) {
    const url = own.get(request)
    return url === undefined ? resolve.call(this, request, ...rest) : fileURLToPath(url)
  }
}
