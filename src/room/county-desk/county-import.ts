import type { BroughtFile as ReadFile } from '../../county/packages/batch/brought-file.ts'
import { commitBatch } from '../../county/packages/batch/commit-batch.ts'
import { importFiles } from '../../county/packages/batch/import-files.ts'
import type { ImportedFile } from '../../county/packages/batch/imported-file.ts'
import type { StagedPackage } from '../../county/packages/batch/keeping.ts'
import { previewBatch } from '../../county/packages/batch/preview-batch.ts'
import { stageBatch } from '../../county/packages/batch/stage-batch.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { dayOf } from '../../tiering/calendar.ts'
import type {
  BatchOnShow,
  BroughtFile,
  CountyImportApi,
  ImportedOnShow,
  ImportProgress,
  PackageOnShow,
} from '../contract/county-import.ts'
import { onceFor } from '../once-for.ts'
import { releasePlan } from '../release-plan.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
import type { CountyFigures } from './county-figures.ts'
import { deskKeeping } from './desk-keeping.ts'
import { DeskQuarantine } from './desk-quarantine.ts'
import { checkPackage } from './package-checks.ts'
import { packageDesk } from './package-desk.ts'
import { quarantineOnShow } from './quarantine-on-show.ts'
import { readBrought } from './read-brought.ts'
import { receiptsFor } from './receipts-for.ts'
import { expectedUnits } from './units-of.ts'

/** What the packages of one batch may hold together: all of them are in memory until they are taken in. */
const mostBytes = 256_000_000

interface Held {
  packages: StagedPackage[] | null
  running: (ImportProgress & { stop: AbortController }) | null
}

/** Held for whoever signed in, and gone with them. */
const heldFor = onceFor((_: Session): Held => ({ packages: null, running: null }))

type Beside = 'countyImportProgress' | 'stopCountyImport' | 'closeCountyImport' | 'countyQuarantine'

/** Packages come in, one or many. `inTurn` goes in one row with whatever else changes the desk; `beside` is answered meanwhile. */
export const countyImport = (
  session: () => Session,
  figures: CountyFigures,
): { beside: Pick<CountyImportApi, Beside>; inTurn: Omit<CountyImportApi, Beside> } => {
  const desk = async () => {
    const { code } = await identityAs('county', session())
    return { desk: await packageDesk(session()), keeping: deskKeeping(session(), code, figures) }
  }

  const namesOf = async (): Promise<(code: string | null) => string | null> => {
    const names = new Map((await expectedUnits(session())).map(({ code, name }) => [code, name]))
    return (code) => (code === null ? null : (names.get(code) ?? code))
  }

  const onShow = async (files: readonly ImportedFile[]): Promise<ImportedOnShow[]> => {
    const nameOf = await namesOf()
    return files.map((file) => ({ ...file, unitName: nameOf(file.unit) }))
  }

  /** Does a long work that says how far it is and can be stopped. */
  const run = async <T>(
    of: number,
    work: (running: NonNullable<Held['running']>) => Promise<T>,
  ): Promise<T> => {
    const held = heldFor(session())
    const running = { step: 'reading' as const, done: 0, of, stop: new AbortController() }
    held.running = running
    try {
      return await work(running)
    } finally {
      if (held.running === running) held.running = null
    }
  }

  /** As `checkPackage`, and keeps what is refused or has to wait. */
  const check = async (file: { name: string; bytes: Uint8Array }): Promise<Outcome<PackageOnShow>> => {
    const checked = await checkPackage(session(), figures, file.bytes)
    if (!checked.ok) await importFiles([{ name: file.name, content: file.bytes }], await desk())
    return checked
  }

  const beside: Pick<CountyImportApi, Beside> = {
    async countyImportProgress() {
      const { running } = heldFor(session())
      return running && { step: running.step, done: running.done, of: running.of }
    },
    async stopCountyImport() {
      heldFor(session()).running?.stop.abort()
    },
    async closeCountyImport() {
      heldFor(session()).packages = null
    },
    countyQuarantine: async () => quarantineOnShow(session()),
  }
  const inTurn: Omit<CountyImportApi, Beside> = {
    checkPackage: check,
    async importPackage(file: { name: string; bytes: Uint8Array }): Promise<Outcome<PackageOnShow>> {
      const checked = await check(file)
      if (checked.ok && !checked.value.known)
        await importFiles([{ name: file.name, content: file.bytes }], await desk())
      return checked
    },
    beginCountyImport: (files: BroughtFile[]): Promise<Outcome<BatchOnShow>> =>
      run(files.length, async (running) => {
        const held = heldFor(session())
        held.packages = null
        const { signal } = running.stop
        const {
          packages,
          refused: unsound,
          looked,
        } = await stageBatch(readBrought(files), {
          ...(await desk()),
          mostBytes,
          signal,
          onProgress: (read) => {
            running.done = read
          },
        })
        if (signal.aborted) return refused('COUNTY_IMPORT_STOPPED')
        Object.assign(running, { step: 'judging', done: 0, of: packages.length })
        const previewed = await previewBatch(await figures.store(), await packageDesk(session()), packages, {
          onProgress: (judged) => {
            running.done = judged
          },
        })
        held.packages = packages
        const nameOf = await namesOf()
        const all = [...previewed, ...unsound.map((file) => ({ ...file, tables: [] }))]
        return done({
          files: all.map((file) => ({ ...file, unitName: nameOf(file.unit) })),
          titles: Object.fromEntries(releasePlan.tables.map(({ id, title }) => [id, title])),
          left: files.length - looked,
        })
      }),
    async takeCountyImport(): Promise<Outcome<{ files: ImportedOnShow[] }>> {
      const held = heldFor(session())
      const { packages } = held
      if (packages === null) return refused('COUNTY_IMPORT_NOT_OPEN')
      return run(packages.length, async (running) => {
        Object.assign(running, { step: 'taking' })
        const imported = await commitBatch(packages, (await desk()).keeping, {
          signal: running.stop.signal,
          onProgress: (taken) => {
            running.done = taken
          },
        })
        held.packages = null
        return done({ files: await onShow(imported) })
      })
    },
    async tryQuarantinedAgain(ids: string[]): Promise<Outcome<{ files: ImportedOnShow[] }>> {
      const quarantine = new DeskQuarantine(session())
      const asked = new Set(ids)
      const { records } = await quarantine.entries()
      const files = records.filter(({ id, value }) => asked.has(id) && value.file)
      async function* again(): AsyncGenerator<ReadFile> {
        for (const entry of files) {
          const { name, refusedAt } = entry.value
          const content = (await quarantine.bytes(entry)) ?? 'FILE_NOT_READ'
          yield { name, content, received: dayOf(refusedAt) }
        }
      }
      return done({ files: await onShow(await importFiles(again(), await desk())) })
    },
    async putAwayQuarantined({
      ids,
      note,
    }: {
      ids: string[]
      note: string
    }): Promise<Outcome<{ count: number }>> {
      const quarantine = new DeskQuarantine(session())
      if (note.trim() === '') return refused('QUARANTINE_NOTE_MISSING')
      if (note.length > 500) return refused('QUARANTINE_NOTE_TOO_LONG')
      return done({ count: await quarantine.end(new Set(ids), 'putAway', note) })
    },
    receiptsFor: (units: string[]) => receiptsFor(session(), units),
  }
  return { beside, inTurn }
}
