import { type Caller, callerKind } from '../../casework/callers/caller.ts'
import { type CallerNumber, callerNumberKind } from '../../casework/callers/caller-number.ts'
import { type CallerPlan, callerPlanKind } from '../../casework/callers/caller-plan.ts'
import type { HotlineCall } from '../../casework/hotline/hotline-call.ts'
import type { RecordKind, Stored } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import { addDays } from '../../tiering/calendar.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { now, today } from '../clock.ts'

type Words = Pick<CallerPlan, 'need' | 'helps' | 'approach' | 'agreement'>
const words: Record<Language, Words> = {
  'zh-CN': {
    need: '示例：晚上一个人，想听到有人说话。',
    helps: '示例：说说白天做了什么，一起想明天的一件小事。',
    approach: '示例：先问今天和平时有什么不同，每次都问有没有危险。',
    agreement: '示例：商量好每天打一次，半小时左右。',
  },
  en: {
    need: 'Example: alone in the evening, would like to hear somebody.',
    helps: 'Example: telling what the day was like, and one small thing for tomorrow.',
    approach: 'Example: ask what is different today, and about danger each time.',
    agreement: 'Example: one call a day of about half an hour was agreed.',
  },
}

const [reviewsIn, minutes] = [30, 30]
/** Area code 000 does not exist. */
const number = '00000000016'

/** Callers who called again and wanted to be known, a plan for whoever calls most often, and the number of somebody to be called back. */
export const demoCallers = (
  vault: Pick<OpenVault, 'drawId' | 'staff'>,
  calls: readonly Stored<HotlineCall>[],
  inDanger: Stored<HotlineCall>,
  language: Language,
): Change[] => {
  const me = vault.staff.id
  const put = <T>(kind: RecordKind<T>, value: T, id = vault.drawId()): Change => ({
    kind,
    id,
    expectedRevision: 0,
    value,
  })
  const byAlias = Map.groupBy(calls, ({ value }) => value.alias)
  const callers = [...byAlias].flatMap(([alias, of]) => {
    const [first] = of
    if (alias === '' || first === undefined || of.length < 2) return []
    const caller: Caller = {
      ...{ alias, word: '', agreedAt: first.value.startedAt, recordedBy: first.value.worker },
      calls: of.map(({ id, value }) => ({
        callId: id,
        by: value.worker,
        at: value.startedAt,
        known: 'alias' as const,
      })),
      forgotten: null,
    }
    return [{ id: vault.drawId(), caller }]
  })
  const often = callers.toSorted((a, b) => b.caller.calls.length - a.caller.calls.length)[0]
  const plan = (callerId: string): CallerPlan => ({
    ...{ callerId, version: 1, madeBy: me, madeAt: now(), reviewBy: addDays(today(), reviewsIn) },
    ...words[language],
    ...{ minutes, callsADay: 1, agreedWithCaller: true, ended: false },
  })
  const left: CallerNumber = {
    callId: inDanger.id,
    number,
    ...{ callBack: true, recognise: true, takenBy: inDanger.value.worker, takenAt: inDanger.value.startedAt },
    ...{ shown: [], withdrawn: null },
  }
  return [
    ...callers.map(({ id, caller }) => put(callerKind, caller, id)),
    ...(often === undefined ? [] : [put(callerPlanKind, plan(often.id))]),
    put(callerNumberKind, left),
  ]
}
