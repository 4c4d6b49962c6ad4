import { previewMerge } from '../../../county/upward/take-in-merge.ts'
import type { VerifiedMerge } from '../../../exchange/merge/merge-merges.ts'
import { readMerge } from '../../../exchange/merge/merged-file.ts'
import { receivedMerge, receivedMergeKind } from '../../../exchange/merge/received-merge.ts'
import { plainName } from '../../../exchange/plain-name.ts'
import { refusedFileKind } from '../../../exchange/refused-file.ts'
import { done, type Outcome, refused } from '../../../instruments/outcome.ts'
import { now } from '../../clock.ts'
import type { CountyUpwardApi, MergeOnShow } from '../../contract/county-upward.ts'
import type { Session } from '../../session.ts'
import type { CountyFigures } from '../county-figures.ts'
import { mergeDesk } from '../package-desk.ts'
import { nameOfDesk } from './sent-merges.ts'
import { heldOnShow, tableUpward } from './table-upward.ts'

interface CheckedMerge {
  merge: VerifiedMerge
  shown: MergeOnShow
}

/** Taking in what the counties below pass on. */
export const mergeImport = (
  session: () => Session,
  figures: CountyFigures,
): Pick<CountyUpwardApi, 'checkMerge' | 'importMerge'> => {
  const check = async (bytes: Uint8Array): Promise<Outcome<CheckedMerge>> => {
    const read = await readMerge(bytes, await mergeDesk(session()))
    if (!read.ok) return read
    const judgement = await previewMerge(await figures.store(), read.value)
    if (judgement.decision === 'refused') return refused(judgement.code, { at: judgement.at })
    const { payload, sha256 } = read.value
    const shown: MergeOnShow = {
      from: await nameOfDesk(session(), payload.from.unit),
      period: payload.period,
      sha256,
      rooms: payload.children.length,
      tables: payload.tables.map((table) => tableUpward(table, [], (code) => ({ code, name: code }))),
      held: heldOnShow(payload),
      late: payload.late,
      known: judgement.decision === 'known',
    }
    return done({ merge: read.value, shown })
  }

  /** The same; name and reason of a file that is refused are kept. */
  const checkFile = async (file: { name: string; bytes: Uint8Array }): Promise<Outcome<CheckedMerge>> => {
    const checked = await check(file.bytes)
    if (checked.ok) return checked
    const { vault, me, commit } = session()
    const { code } = checked.refusal
    const value = { name: plainName(file.name).slice(0, 300), code, refusedAt: now(), refusedBy: me.id }
    await commit([{ kind: refusedFileKind, id: vault.drawId(), expectedRevision: 0, value }])
    return checked
  }

  return {
    async checkMerge(file: { name: string; bytes: Uint8Array }): Promise<Outcome<MergeOnShow>> {
      const checked = await checkFile(file)
      return checked.ok ? done(checked.value.shown) : checked
    },
    async importMerge(file: { name: string; bytes: Uint8Array }): Promise<Outcome<MergeOnShow>> {
      const checked = await checkFile(file)
      if (!checked.ok) return checked
      const { merge, shown } = checked.value
      if (shown.known) return done(shown)
      const { vault, me, commit } = session()
      const value = receivedMerge(file.bytes, merge, { receivedAt: now(), receivedBy: me.id })
      await commit([{ kind: receivedMergeKind, id: vault.drawId(), expectedRevision: 0, value }])
      await figures.addMerge(merge)
      return done(shown)
    },
  }
}
