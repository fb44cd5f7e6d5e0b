// Writes every benchmark program twice from the same source: `dist/compiled/` with its generators
// compiled by us, `dist/native/` with its types stripped and nothing else. The processes that measure load
// these files without any loader, so that nothing but the program runs in them.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile, formatDiagnostic } from 'multishot/compiler'
import { transformSync } from 'oxc-transform'

const source = fileURLToPath(new URL('.', import.meta.url))
export const built = join(source, 'dist')

export function build(): void {
  rmSync(built, { recursive: true, force: true })
  for (const file of ['process.ts', 'replay.ts', ...programs()]) {
    const code = stripped(file)
    write('native', file, code)
    write('compiled', file, compiled(file, code))
  }
}

const programs = (): string[] => readdirSync(join(source, 'programs')).map((file) => join('programs', file))

function stripped(file: string): string {
  const result = transformSync(file, readFileSync(join(source, file), 'utf8'), {
    typescript: { rewriteImportExtensions: 'rewrite' },
  })
  if (result.errors.length > 0) throw new Error(result.errors[0]!.codeframe ?? result.errors[0]!.message)
  return result.code
}

function compiled(file: string, code: string): string {
  const result = compile(code, { filename: asJavaScript(file) })
  const error = result.diagnostics.find(({ severity }) => severity === 'error')
  if (error !== undefined) throw new Error(formatDiagnostic(error))
  return result.code
}

function write(directory: string, file: string, code: string): void {
  const path = join(built, directory, asJavaScript(file))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, code)
}

const asJavaScript = (file: string): string => file.replace(/\.ts$/, '.js')
