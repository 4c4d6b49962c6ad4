import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { importsOf } from './support/imports-of.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const PURE = ['instruments', 'scoring', 'tiering', 'casework', 'statistics', 'disclosure', 'simulation']

/** Which folder may import which. */
const MAY_IMPORT: Record<string, string[]> = {
  instruments: [],
  scoring: ['instruments'],
  tiering: ['instruments', 'scoring'],
  casework: ['instruments', 'scoring', 'tiering'],
  statistics: ['casework'],
  disclosure: [],
  exchange: ['instruments', 'casework', 'statistics', 'disclosure'],
  simulation: ['instruments', 'scoring', 'tiering', 'casework', 'statistics'],
  journal: [],
  vault: ['casework', 'statistics', 'journal'],
  county: ['instruments', 'casework', 'exchange', 'statistics', 'disclosure'],
  room: [...PURE, 'vault', 'journal', 'exchange', 'county'],
  bridge: [],
  host: ['bridge', 'instruments', 'journal', 'county'],
  main: ['bridge', 'host', 'county'],
  preload: ['bridge'],
  renderer: [...PURE, 'exchange', 'bridge', 'room'],
  cli: [...PURE, 'exchange', 'journal', 'county', 'bridge', 'host'],
}

/** What a folder may know by type alone: the window holds no key and starts the worker by its address. */
const TYPES_ONLY: Record<string, string[]> = { renderer: ['room', 'exchange'] }

/** Where each package is at home. */
const HOMES: Record<string, string[]> = {
  '@ant-design/icons': ['renderer'],
  '@electric-sql/pglite': ['county'],
  '@scure/base': ['vault'],
  '@msgpack/msgpack': ['vault'],
  '@scure/bip39': ['vault'],
  '@zxcvbn-ts/core': ['vault'],
  'age-encryption': ['exchange', 'vault'],
  antd: ['renderer'],
  'chart.js': ['renderer/charts'],
  comlink: ['room', 'renderer'],
  dayjs: ['renderer'],
  dexie: ['vault'],
  dompurify: ['renderer'],
  electron: ['main', 'preload'],
  'hash-wasm': ['vault'],
  highs: ['disclosure'],
  i18next: ['renderer'],
  jose: ['exchange'],
  papaparse: ['exchange'],
  pg: ['host'],
  'pinyin-pro': ['casework'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  'react-i18next': ['renderer'],
  'react-router': ['renderer'],
  saxes: ['exchange'],
  'survey-core': ['renderer/questionnaire', 'instruments'],
  'survey-react-ui': ['renderer/questionnaire'],
  // Wherever unknown data becomes known: what is stored, handed in, or typed at the terminal.
  zod: ['instruments', 'scoring', 'tiering', 'casework', 'statistics', 'exchange', 'county', 'room', 'cli'],
}

/** Folders that run in Node or Electron's main process. */
const ON_NODE = ['host', 'main', 'cli']

const sources = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .sort()
const folderOf = (path: string): string => path.split('/')[1] ?? ''
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
const isBuiltin = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name)

const imports = sources.flatMap((file) =>
  importsOf(file, readFileSync(join(root, file), 'utf8')).map((found) => ({ file, ...found })),
)
const between = imports
  .filter(({ from }) => from.startsWith('.'))
  .map(({ file, from, typeOnly }) => ({
    file,
    typeOnly,
    target: relative(root, resolve(root, dirname(file), from)).replaceAll('\\', '/'),
  }))
const ofPackages = imports.filter(({ from }) => !from.startsWith('.') && !isBuiltin(from))

describe('folders', () => {
  test('every folder of src stands in the table', () => {
    const folders = readdirSync(join(root, 'src'))
    expect(folders.filter((folder) => !(folder in MAY_IMPORT))).toEqual([])
  })

  test('every import goes where the table allows', () => {
    const wrong = between.filter(({ file, target }) => {
      const [from, to] = [folderOf(file), folderOf(target)]
      return target.startsWith('src/') && to !== from && !MAY_IMPORT[from]?.includes(to)
    })
    expect(wrong).toEqual([])
  })

  test('what may be known by type alone is imported by type alone', () => {
    const wrong = between.filter(
      ({ file, target, typeOnly }) => !typeOnly && TYPES_ONLY[folderOf(file)]?.includes(folderOf(target)),
    )
    expect(wrong).toEqual([])
  })

  test('each tsconfig.json references what its folder imports, and nothing beyond the table', () => {
    const wrong = Object.entries(MAY_IMPORT)
      .filter(([folder]) => existsSync(join(root, 'src', folder)))
      .flatMap(([folder, allowed]) => {
        const referenced = referencesOf(folder)
        const used = between
          .filter(({ file }) => folderOf(file) === folder)
          .map(({ target }) => folderOf(target))
        return [
          ...referenced
            .filter((other) => !allowed.includes(other))
            .map((other) => `${folder} references ${other}`),
          ...used
            .filter((other) => other !== folder && other in MAY_IMPORT && !referenced.includes(other))
            .map((other) => `${folder} imports ${other} without a reference`),
        ]
      })
    expect(wrong).toEqual([])
  })

  test('relative imports carry their extension and reach a file', () => {
    const wrong = imports.filter(
      ({ file, from }) => from.startsWith('.') && !existsSync(resolve(root, dirname(file), from)),
    )
    expect(wrong).toEqual([])
  })
})

describe('packages', () => {
  test('each is imported in its home only', () => {
    const wrong = ofPackages.filter(
      ({ file, from }) => !HOMES[packageOf(from)]?.some((home) => file.startsWith(`src/${home}/`)),
    )
    expect(wrong).toEqual([])
  })

  test('every installed dependency of the program has a home', () => {
    const { dependencies } = readJson('package.json')
    expect(Object.keys(dependencies ?? {}).filter((name) => !(name in HOMES))).toEqual([])
  })

  test('Node is imported where the program runs on Node', () => {
    const wrong = imports.filter(({ file, from }) => isBuiltin(from) && !ON_NODE.includes(folderOf(file)))
    expect(wrong).toEqual([])
  })
})

describe('rules of our own', () => {
  test('a clock, chance or an id of the machine is a lint error in the pure folders, and only there', () => {
    const probe =
      'export const taken = [Date.now(), new Date(), Math.random(), crypto.randomUUID(), new Date(3)]\n'
    const files = [...PURE, 'host'].map((folder): [string, string] => [`src/${folder}/probe.ts`, probe])
    expect(probed(files)).toEqual(Object.fromEntries(PURE.map((folder) => [`src/${folder}/probe.ts`, 4])))
  })

  test('case 24: what is no storage is not awaited inside a transaction', () => {
    const inside = (work: string) =>
      `export const probe = (database) =>\n  database.transaction('rw', [], async () => {\n    ${work}\n  })\n`
    expect(
      probed([
        ['src/vault/digest.ts', inside("await crypto.subtle.digest('SHA-256', bytes)")],
        ['src/vault/sealed.ts', inside('await database.notes.put(await seal(key, place, value))')],
        ['src/room/fetched.ts', inside("await fetch('/host')")],
        ['src/vault/right.ts', inside('await database.notes.put(row)')],
      ]),
    ).toEqual({ 'src/vault/digest.ts': 1, 'src/vault/sealed.ts': 1, 'src/room/fetched.ts': 1 })
  })
})

/** Findings of our own lint rules in a copy of the project that has only these files, counted by file. */
const probed = (files: readonly [string, string][]): Record<string, number> => {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'anxin-lint-')))
  for (const name of ['biome.json', '.gitignore', 'tests/lint'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  for (const [file, content] of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    writeFileSync(join(copy, file), content)
  }
  const found = findings(copy)
  rmSync(copy, { recursive: true })
  return Object.fromEntries(Object.entries(found).map(([file, count]) => [relative(copy, file), count]))
}

/** Findings of the lint rule, counted by file. */
const findings = (folder: string): Record<string, number> => {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
  let report = ''
  try {
    report = execFileSync(process.execPath, [biome, 'lint', '--reporter=github', '.'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch (problem) {
    if (problem instanceof Error && 'stdout' in problem) report = String(problem.stdout)
  }
  const counts: Record<string, number> = {}
  for (const [, file = ''] of report.matchAll(/^::error title=plugin,file=([^,]+),/gm)) {
    counts[file] = (counts[file] ?? 0) + 1
  }
  return counts
}

const readJson = (path: string): { dependencies?: Record<string, string>; references?: { path: string }[] } =>
  JSON.parse(readFileSync(join(root, path), 'utf8'))

const referencesOf = (folder: string): string[] =>
  (readJson(`src/${folder}/tsconfig.json`).references ?? []).map(({ path }) => path.replace('../', ''))
