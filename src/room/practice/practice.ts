import { callEnd, takeCallStep } from '../../casework/hotline/call-blocks.ts'
import { type CallStep, callStepSchema } from '../../casework/hotline/call-step.ts'
import {
  type PracticeCall,
  practiceCallKind,
  practiceCallSchema,
} from '../../casework/practice/practice-call.ts'
import { practiceFeedback } from '../../casework/practice/practice-feedback.ts'
import type { PracticeScenario } from '../../casework/practice/practice-scenario.ts'
import type { Stored } from '../../casework/records/record.ts'
import { maySit } from '../../casework/shifts/hotline-seats.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import type { CallEntry } from '../contract/hotline.ts'
import type { PracticeApi, PracticeTry } from '../contract/practice.ts'
import { takingHere } from '../crisis/taking.ts'
import { blankEntry } from '../hotline/blank-entry.ts'
import { callRules } from '../hotline/call-rules.ts'
import { nextMoment } from '../hotline/calls.ts'
import type { Session } from '../session.ts'
import { practiceScenarios } from './practice-scenarios.ts'

type Try = Stored<PracticeCall>

/** Training mode: calls that nobody made, taken with the same form and by the same rules as real ones, and looked over afterwards. */
export const practiceApi = (session: () => Session): PracticeApi => {
  const mine = async (id: string): Promise<Outcome<Try>> => {
    const { me, get } = session()
    const practice = await get(practiceCallKind, id)
    return practice.value.trainee === me.id ? done(practice) : refused('NOT_YOUR_PRACTICE')
  }
  const running = async (id: string): Promise<Outcome<Try>> => {
    const practice = await mine(id)
    if (!practice.ok || practice.value.value.record.endedAt === null) return practice
    return refused('PRACTICE_ENDED')
  }
  const filledIn = async ({ id, entry }: { id: string; entry: CallEntry }): Promise<Outcome<Try>> => {
    const practice = await running(id)
    if (!practice.ok) return practice
    const { value, ...stored } = practice.value
    const read = practiceCallSchema.safeParse({ ...value, record: { ...value.record, ...entry } })
    if (read.success) return done({ ...stored, value: read.data })
    return refused('CALL_INVALID', { at: read.error.issues[0]?.path.slice(1).map(String).join('.') ?? '' })
  }
  const store = async ({ id, revision, value }: Try): Promise<Outcome<Try>> => {
    const { get, commit } = session()
    await commit([{ kind: practiceCallKind, id, expectedRevision: revision, value }])
    return done(await get(practiceCallKind, id))
  }
  /** The record after a step; what belongs to a real call alone, its facts and its number, is never made of it. */
  const stepped = async (practice: Try, step: CallStep): Promise<Outcome<Try>> => {
    const taken = takeCallStep(practice.value.record, step, takingHere(session()), await callRules(session()))
    if (!taken.ok) return taken
    return store({ ...practice, value: { ...practice.value, record: taken.value } })
  }

  return {
    async practiceCalls() {
      const { me, list } = session()
      const { records, unreadable } = await list(practiceCallKind)
      const { scenarios } = practiceScenarios
      return {
        scenarios: scenarios.map(({ id, title, aim }) => ({ id, title, aim })),
        tries: records
          .filter(({ value }) => value.trainee === me.id)
          .map(tryOf)
          .sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt)),
        unreadable,
      }
    },
    ...commands({
      async openPractice(id: string) {
        const practice = await mine(id)
        if (!practice.ok) return practice
        const { competences } = await callRules(session())
        const scenario = scenarioOf(practice.value.value)
        if (scenario === null) return refused('NOT_FOUND')
        const feedback = feedbackOf(practice.value.value)
        return done({ practice: practice.value, scenario, feedback, competences })
      },
      async startPractice(scenario: PracticeScenario['id']) {
        const { me, vault } = session()
        if (!maySit(me.roles)) return refused('HOTLINE_ROLE_NEEDED')
        const record = {
          ...blankEntry,
          actions: [],
          ...{ startedAt: now(), endedAt: null, worker: me.id, followUp: null, steps: [] },
        }
        const value = { scenario, version: practiceScenarios.version, trainee: me.id, record }
        return store({ id: vault.drawId(), revision: 0, value })
      },
      async savePractice(input: Parameters<PracticeApi['savePractice']>[0]) {
        const filled = await filledIn(input)
        return filled.ok ? store(filled.value) : filled
      },
      async takePracticeStep({ id, step }: Parameters<PracticeApi['takePracticeStep']>[0]) {
        const practice = await running(id)
        if (!practice.ok) return practice
        const by = session().me.id
        const read = callStepSchema.safeParse({ ...step, by, at: nextMoment(practice.value.value.record) })
        if (!read.success)
          return refused('CALL_STEP_INVALID', { at: read.error.issues[0]?.path.map(String).join('.') ?? '' })
        return stepped(practice.value, read.data)
      },
      async endPractice(input: Parameters<PracticeApi['endPractice']>[0]) {
        const filled = await filledIn(input)
        if (!filled.ok) return filled
        const { record } = filled.value.value
        const at = nextMoment(record)
        const end = callEnd(record, { by: session().me.id, at }, await callRules(session()))
        return stepped(filled.value, end)
      },
    }),
  }
}

const scenarioOf = ({ scenario }: PracticeCall): PracticeScenario | null =>
  practiceScenarios.scenarios.find(({ id }) => id === scenario) ?? null

function feedbackOf(practice: PracticeCall): ReturnType<typeof practiceFeedback> | null {
  const scenario = scenarioOf(practice)
  const isOver = practice.record.endedAt !== null
  if (!isOver || scenario === null || practice.version !== practiceScenarios.version) return null
  return practiceFeedback(scenario, practice.record)
}

function tryOf({ id, value }: Try): PracticeTry {
  const { startedAt, endedAt } = value.record
  const feedback = feedbackOf(value)
  return {
    ...{ id, scenario: value.scenario, startedAt, endedAt },
    points:
      feedback === null
        ? null
        : { met: feedback.filter(({ mark }) => mark === 'met').length, of: feedback.length },
  }
}
