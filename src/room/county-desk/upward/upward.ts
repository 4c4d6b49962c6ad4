import { reportedPeriods, roomReports } from '../../../county/upward/room-reports.ts'
import { keptFile } from '../../../exchange/kept-package.ts'
import { mergeMerges } from '../../../exchange/merge/merge-merges.ts'
import { mergePackages } from '../../../exchange/merge/merge-packages.ts'
import { writeMerge } from '../../../exchange/merge/merged-file.ts'
import type { MergedPayload } from '../../../exchange/merge/merged-payload.ts'
import type { RoomReport } from '../../../exchange/merge/room-report.ts'
import { type SentMerge, sentMerge, sentMergeKind } from '../../../exchange/merge/sent-merge.ts'
import { PackageCheckError } from '../../../exchange/write-package.ts'
import { done, type Outcome, refused } from '../../../instruments/outcome.ts'
import { isOver } from '../../../statistics/period.ts'
import { now, today } from '../../clock.ts'
import type { CountyUpwardApi, UpwardAsked, UpwardPreview } from '../../contract/county-upward.ts'
import type { OutgoingFile } from '../../contract/exchange.ts'
import { planReference, releasePlan } from '../../release-plan.ts'
import type { Session } from '../../session.ts'
import { identityAs } from '../../unit-identity.ts'
import type { CountyFigures } from '../county-figures.ts'
import { keptMerges } from '../kept-merges.ts'
import { type Duties, duties } from './duties.ts'
import { nameOfDesk, nextLevel, readOwnMerge, saidInMerge, sentMerges } from './sent-merges.ts'
import { heldOnShow, tableUpward } from './table-upward.ts'

type UpwardCommands = Pick<CountyUpwardApi, 'previewUpward' | 'writeUpward' | 'storedUpward'>

/** Passing the rooms' figures on to the next level: added up, held back where they would uncover a room, written once for each period. */
export const upwardCommands = (session: () => Session, figures: CountyFigures): UpwardCommands => {
  /** What this desk has for a period, put into the words that would be signed. */
  const draft = async ({ period, leaveOut }: UpwardAsked): Promise<Outcome<Draft>> => {
    if (!isOver(period, today())) return refused('WRONG_PERIOD', { at: period })
    const { code } = await identityAs('county', session())
    const reference = await planReference()
    const next = await nextLevel(session())
    const to = { unit: next?.card.unit ?? code, kid: next?.kid ?? nobody }
    const of = { plan: releasePlan, reference, from: code, to, period, created: today() }
    const reports = await roomReports(await figures.store(), { county: code, period, plan: reference.sha256 })
    const merges = (await keptMerges(session())).map(({ merge }) => merge)
    const ofCounties = merges.filter(({ payload }) => payload.period === period)
    const rooms = mergePackages(reports, of, leaveOut)
    if (ofCounties.length === 0) return rooms.ok ? done({ payload: rooms.value, reports, next }) : rooms
    const all = mergeMerges(ofCounties, of, rooms.ok ? rooms.value : null)
    return all.ok ? done({ payload: all.value, reports, next }) : all
  }

  const sentFor = async (period: string): Promise<SentMerge | undefined> =>
    (await sentMerges(session())).find((sent) => sent.period === period)

  const handOver = (sent: SentMerge): Outcome<{ file: OutgoingFile; sha256: string }> => {
    void session().vault.trail.note({ action: 'exported', kind: sentMergeKind, detail: 'package' })
    return done({ file: { name: sent.name, bytes: keptFile(sent) }, sha256: sent.sha256 })
  }

  const onShow = async (
    payload: MergedPayload,
    reports: readonly RoomReport[],
    { missing, named }: Duties,
    leaveOut: readonly string[],
  ): Promise<Omit<UpwardPreview, 'next' | 'payload' | 'passedOn'>> => ({
    period: payload.period,
    tables: payload.tables.map((table) => tableUpward(table, reports, named)),
    held: heldOnShow(payload, leaveOut),
    rooms: payload.children.map(({ unit }) => named(unit)),
    missing,
    late: payload.late,
  })

  return {
    async previewUpward(asked: UpwardAsked): Promise<Outcome<UpwardPreview>> {
      const { code } = await identityAs('county', session())
      const owed = await duties(session(), asked.period, await reportedPeriods(await figures.store(), code))
      const sent = await sentFor(asked.period)
      if (sent) {
        const payload = await saidInMerge(session(), sent)
        return done({
          ...(await onShow(payload, [], owed, [])),
          next: await nameOfDesk(session(), sent.to),
          payload: JSON.stringify(payload),
          passedOn: { at: sent.writtenAt, sha256: sent.sha256 },
        })
      }
      const drafted = await draft(asked)
      if (!drafted.ok) return drafted
      const { payload, reports, next } = drafted.value
      return done({
        ...(await onShow(payload, reports, owed, asked.leaveOut)),
        next: next && { name: next.card.name, code: next.card.unit },
        payload: next && JSON.stringify(payload),
        passedOn: null,
      })
    },
    async writeUpward(asked: UpwardAsked): Promise<Outcome<{ file: OutgoingFile; sha256: string }>> {
      const { vault, me, commit } = session()
      const { keys } = await identityAs('county', session())
      const earlier = await sentFor(asked.period)
      if (earlier) return handOver(earlier)
      const drafted = await draft(asked)
      if (!drafted.ok) return drafted
      const { payload, next } = drafted.value
      if (!next) return refused('NEXT_LEVEL_CARD_NEEDED')
      const written = await writeMerge(payload, keys, next.card)
      const read = await readOwnMerge(session(), written.bytes, payload)
      if (!read.ok) throw new PackageCheckError([read.refusal.code, read.refusal.at].join(' '))
      if (JSON.stringify(read.value.payload) !== JSON.stringify(payload))
        throw new PackageCheckError('payload')
      const sent = sentMerge(written, payload, { writtenAt: now(), writtenBy: me.id })
      await commit([{ kind: sentMergeKind, id: vault.drawId(), expectedRevision: 0, value: sent }])
      void vault.trail.sign().catch(() => undefined)
      return handOver(sent)
    },
    async storedUpward(period: string): Promise<Outcome<{ file: OutgoingFile; sha256: string }>> {
      await identityAs('county', session())
      const sent = await sentFor(period)
      return sent ? handOver(sent) : refused('NOT_RELEASED', { at: period })
    },
  }
}

interface Draft {
  payload: MergedPayload
  reports: RoomReport[]
  /** Null before its card was accepted: nothing can be addressed. */
  next: Awaited<ReturnType<typeof nextLevel>>
}

/** Stands for the key of nobody in a preview that is not addressed yet. */
const nobody = 'A'.repeat(43)
