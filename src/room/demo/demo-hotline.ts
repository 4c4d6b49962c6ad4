import { hoursAfter } from '../../casework/crisis/crisis-follow-ups.ts'
import { checklistName } from '../../casework/hotline/call-review.ts'
import type { CallStep } from '../../casework/hotline/call-step.ts'
import { type CallTransfer, callTransferKind } from '../../casework/hotline/call-transfer.ts'
import { movedOf } from '../../casework/hotline/case-from-call.ts'
import { type HotlineCall, hotlineCallKind } from '../../casework/hotline/hotline-call.ts'
import { type PracticeCall, practiceCallKind } from '../../casework/practice/practice-call.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import type { HotlineSetting } from '../../simulation/simulated-room.ts'
import { takeCallSteps } from '../../simulation/take-call-steps.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { now } from '../clock.ts'
import { practiceScenarios } from '../practice/practice-scenarios.ts'
import { demoCallers } from './demo-callers.ts'
import { demoNight } from './demo-night.ts'
import { demoShifts } from './demo-shifts.ts'

const words: Record<Language, { agreed: string; advice: string; note: string }> = {
  'zh-CN': {
    agreed: '示例：想来咨询室面谈，同意把这次说的告诉咨询师。',
    advice: '示例：问得直接，陪得住；危险物品可以早一点问到。',
    note: '示例：问到了，晚了一些。',
  },
  en: {
    agreed: 'Example: would like to come to the room, and agrees that the counsellor is told.',
    advice: 'Example: asked directly and stayed; means could have been asked about sooner.',
    note: 'Example: asked about, somewhat late.',
  },
}

/**
 * The hotline of a demonstration: the calls that were simulated, one of them looked over by a supervisor and one on its way into a file; what
 * came in last night; callers who called again; shifts with what they passed on; a call that was practised. `worker`: the vault as the hotline's worker opens it, who signs.
 */
export const demoHotline = async (
  [mine, worker]: readonly [OpenVault, OpenVault],
  simulated: readonly Stored<HotlineCall>[],
  setting: HotlineSetting,
  language: Language,
): Promise<{ calls: Stored<HotlineCall>[]; changes: Change[] }> => {
  const me = mine.staff.id
  const night = demoNight(() => mine.drawId(), simulated, { worker: worker.staff.id, me }, setting)
  const said = words[language]
  const { transfer, calls: earlier } = withTransfer(simulated, mine, setting, said.agreed)
  const calls = [...withReview(earlier, me, setting, said), ...night.calls]
  return {
    calls,
    changes: [
      ...calls.map(({ id, value }) => ({ kind: hotlineCallKind, id, expectedRevision: 0, value })),
      ...transfer,
      ...demoCallers(mine, calls, night.inDanger, language),
      ...practised(mine, simulated),
      ...(await demoShifts([mine, worker], calls, night.inDanger.id, language)),
    ],
  }
}

/** What whoever looks at the demonstration has practised: the call in which nobody speaks, put down like a real one. */
const practised = (vault: OpenVault, calls: readonly Stored<HotlineCall>[]): Change[] => {
  const silent = calls.findLast(({ value }) => value.specialKind === 'silent')
  if (silent === undefined) return []
  const { number: _, ...spoken } = silent.value
  const trainee = vault.staff.id
  const value: PracticeCall = {
    ...{ scenario: 'silent', version: practiceScenarios.version, trainee },
    record: { ...spoken, worker: trainee },
  }
  return [{ kind: practiceCallKind, id: vault.drawId(), expectedRevision: 0, value }]
}

/** The calls with a step more in the last one that it can be taken in. */
function withStep(
  calls: readonly Stored<HotlineCall>[],
  step: CallStep,
  fits: (call: HotlineCall) => boolean,
  setting: HotlineSetting,
): { calls: Stored<HotlineCall>[]; taken: Stored<HotlineCall> | null } {
  const place = calls.findLastIndex(({ value }) => fits(value))
  const before = calls[place]
  if (before === undefined) return { calls: [...calls], taken: null }
  const taken = { ...before, value: takeCallSteps(before.value, [step], setting) }
  return { calls: calls.with(place, taken), taken: taken.value === before.value ? null : taken }
}

function withTransfer(
  calls: readonly Stored<HotlineCall>[],
  vault: OpenVault,
  setting: HotlineSetting,
  agreed: string,
): { calls: Stored<HotlineCall>[]; transfer: Change[] } {
  const id = vault.drawId()
  const sentAt = hoursAfter(now(), -1)
  const by = vault.staff.id
  const step: CallStep = { kind: 'transferred', by, at: sentAt, transfer: id }
  const told = withStep(calls, step, ({ ideation }) => (ideation ?? 0) > 0, setting)
  if (told.taken === null) return { calls: told.calls, transfer: [] }
  const ground: CallTransfer['ground'] = {
    kind: 'agreed',
    parts: ['person', 'concern', 'danger', 'help'],
    said: agreed,
  }
  const value: CallTransfer = {
    ...{ callId: told.taken.id, callAt: told.taken.value.startedAt, sentBy: by, sentAt },
    ...{ ground, moved: movedOf(told.taken.value, ground, null), answer: null },
  }
  return { calls: told.calls, transfer: [{ kind: callTransferKind, id, expectedRevision: 0, value }] }
}

const withReview = (
  calls: readonly Stored<HotlineCall>[],
  me: string,
  setting: HotlineSetting,
  { advice, note }: { advice: string; note: string },
): Stored<HotlineCall>[] => {
  const { competences } = setting.callRules
  const step: CallStep = {
    ...{ kind: 'reviewed', by: me, at: hoursAfter(now(), -0.5), whom: { kind: 'here' } },
    ...{ checklist: checklistName(competences), advice },
    points: competences.points.map(({ id }) =>
      id === 'means' ? { point: id, mark: 'partly', note } : { point: id, mark: 'met', note: '' },
    ),
  }
  return withStep(calls, step, ({ worker, ideation }) => worker !== me && (ideation ?? 0) > 0, setting).calls
}
