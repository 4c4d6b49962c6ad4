import * as Comlink from 'comlink'
import { assessmentKind } from '../../../src/casework/assessments/assessment.ts'
import { clientKind } from '../../../src/casework/clients/client.ts'
import { calledName } from '../../../src/casework/clients/shown-name.ts'
import { consentKind } from '../../../src/casework/consents/consent.ts'
import { criticalAlertKind } from '../../../src/casework/crisis/critical-alert.ts'
import { tierDecisionKind } from '../../../src/casework/tiers/tier-decision.ts'
import { assessmentChanges } from '../../../src/room/assessments/assessment-changes.ts'
import { begun, newAssessment } from '../../../src/room/assessments/new-assessment.ts'
import { CaseSummaries } from '../../../src/room/clients/case-summaries.ts'
import { clientsApi } from '../../../src/room/clients/clients.ts'
import { backupFolder } from '../../../src/room/journal/folders.ts'
import { placeOf } from '../../../src/room/place-of.ts'
import type { SimulatedCases } from '../../../src/simulation/simulated-room.ts'
import { durableBackupFolder } from '../../../src/vault/backup/backup-folder.ts'
import { defaultKdf, passphraseKey } from '../../../src/vault/keys/key-derivation.ts'
import { openToRead } from '../../../src/vault/store/open-database.ts'
import type { Change } from '../../../src/vault/vault.ts'
import { type BenchPlan, benchFiles, inBatches, thickFilesOf } from '../vault/bench-files.ts'
import { timed, timeEach, timingOf } from '../vault/timing.ts'
import { typedQueries } from '../vault/typed-queries.ts'
import { name, newVault, open, passphrase, sessionOn, stored } from './vault-on-trial.ts'

const filesInCommit = 100
const saves = 100
/** What the caseload asks for. */
const firstPage = { from: 0, atMost: 50 }

const changesOf = (file: SimulatedCases): Change[] => [
  ...stored(clientKind, file.clients),
  ...stored(consentKind, file.consents),
  ...stored(assessmentKind, file.assessments),
  ...stored(criticalAlertKind, file.alerts),
  ...stored(tierDecisionKind, file.decisions),
]

/** What is measured of the vault; each call in a worker of its own. */
const vaultBench = {
  /** Fills a vault through its own commits; gives how many rows of each kind there are. */
  async fill(plan: BenchPlan) {
    const vault = await newVault()
    const { took } = await timed(async () => {
      for (const batch of inBatches(thickFilesOf(plan), filesInCommit))
        await vault.commit(batch.flatMap(changesOf))
      for (const batch of inBatches(benchFiles(plan), filesInCommit))
        await vault.commit(batch.flatMap(changesOf))
      // As after any night: what is to be read at the next start is a day's work, not all that was ever saved.
      await vault.snapshot({ forgetOlder: true })
    })
    const rows: Record<string, number> = {}
    for (const kind of [clientKind, consentKind, assessmentKind, criticalAlertKind, tierDecisionKind])
      rows[kind.table] = (await vault.ids(kind)).length
    return { took, rows }
  },
  /** The key derivation alone, at the cost it has for who signs in now. */
  async deriveKey() {
    const database = await openToRead(await placeOf(name))
    const [staff] = await database.staff.toArray()
    database.close()
    const salt = crypto.getRandomValues(new Uint8Array(16))
    return timeEach([1, 2, 3, 4, 5], () => passphraseKey(passphrase, salt, staff?.kdf ?? defaultKdf, 'bench'))
  },
  /** Unlocks and sums everybody up from their records, as before there are pages; then writes the pages. */
  async withoutPages() {
    const summaries = new CaseSummaries(await open())
    const { took: summed } = await timed(() => summaries.current())
    const { took, gave } = await timed(() => summaries.write())
    if (!gave) throw new Error('the pages were not written')
    return { summed, written: took }
  },
  /** Unlocks and gives the whole caseload as the window shows it. */
  async unlock() {
    const unlocked = await timed(sessionOn)
    const listed = await timed(() => clientsApi(() => unlocked.gave).listClients('', firstPage))
    return { unlocked: unlocked.took, listed: listed.took, clients: listed.gave.total }
  },
  /** Letter after letter in the search field. */
  async search(plan: BenchPlan) {
    const session = await sessionOn()
    const { listClients } = clientsApi(() => session)
    await listClients('')
    const { clients } = await session.cases()
    const every = Math.max(1, Math.floor(clients.length / 60))
    const people = clients
      .filter((_, number) => number % every === 0)
      .map(({ entry: { client } }) => ({ ...client, name: calledName(client) }))
    const queries = typedQueries(people)
    return {
      plan: plan.size,
      queries,
      timing: await timeEach(queries, (query) => listClients(query, firstPage)),
    }
  },
  /** Opens the thick files, each for the first time. */
  async openCases(plan: BenchPlan) {
    const session = await sessionOn()
    const { openClient } = clientsApi(() => session)
    // Rows are counted once after unlocking; what is measured is the day after that.
    await session.vault.check()
    const ids = [...thickFilesOf(plan)].map(({ clients: [client] }) => client?.id ?? '')
    return timeEach(ids, async (id) => {
      const file = await openClient(id)
      if (!file.ok || file.value.assessments.length !== 40) throw new Error('not the file that was meant')
    })
  },
  /** Finishes one PHQ-9 after another: answers in, scored, saved with what follows from it, on disk. */
  async saveAssessments() {
    const session = await sessionOn()
    const { clients } = await session.cases()
    const adults = clients.filter(({ entry }) => entry.client.birthDate !== null).slice(0, saves)
    const { took: checked } = await timed(() => session.vault.check())
    const times: number[] = []
    for (const { id: clientId } of adults) {
      const start = { clientId, instrument: 'phq-9', rater: { kind: 'self' }, language: 'zh-CN' } as const
      const fresh = await newAssessment(session, start, 'staff')
      if (!fresh.ok) continue
      await session.commit([begun(fresh.value)])
      const saved = await session.get(assessmentKind, fresh.value.id)
      const answers = Object.fromEntries(
        Array.from({ length: 9 }, (_, item) => [`q${item + 1}`, item === 8 ? 0 : 1]),
      )
      const finishedAt = new Date().toISOString()
      const { took } = await timed(async () =>
        session.commit(await assessmentChanges(session, saved, { answers, finishedAt })),
      )
      times.push(took)
    }
    return { checked, timing: timingOf(times) }
  },
  /** Writes a backup into the server's folder and reads it back. */
  async backUp() {
    const session = await sessionOn()
    const { took, gave } = await timed(async () =>
      session.vault.backups.make(durableBackupFolder(await backupFolder()), {
        createdAt: new Date().toISOString(),
      }),
    )
    return { took, bytes: gave.size, rows: gave.rows }
  },
  async snapshotNow() {
    const v = await open()
    await v.snapshot({ forgetOlder: true })
  },
  /** Counts every row there is and compares with the head. */
  async check() {
    const session = await sessionOn()
    const { took, gave } = await timed(() => session.vault.check({ anew: true }))
    return { took, complete: gave.complete }
  },
}
export type VaultBench = typeof vaultBench

Comlink.expose(vaultBench)
