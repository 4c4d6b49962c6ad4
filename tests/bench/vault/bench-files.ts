import { simulateFiles } from '../../../src/simulation/simulate-files.ts'
import type { FilesSetting, SimulatedCases } from '../../../src/simulation/simulated-room.ts'

/** How much lies in the vault that is measured. */
export interface BenchSize {
  clients: number
  assessments: number
}

/** What a bench is made from: the same seed, day and setting give the same rows everywhere. */
export interface BenchPlan {
  size: BenchSize
  setting: FilesSetting
  until: string
}

/** How many clients have a file like the one that is timed when it is opened. */
const thickFiles = 24
const thick = { assessments: 40, others: 60 }

const mostVisits = (plan: BenchPlan): Generator<SimulatedCases> =>
  simulateFiles({ seed: 'anxin-bench/thick', clients: 400, months: 40, until: plan.until }, plan.setting)

/** A file cut to its first assessments, with what belongs to them. */
const cut = (file: SimulatedCases, most: number): SimulatedCases => {
  if (file.assessments.length <= most) return file
  const assessments = file.assessments.slice(0, most)
  const kept = new Set(assessments.map(({ id }) => id))
  const last = assessments.at(-1)?.value.startedAt.slice(0, 10) ?? ''
  return {
    ...file,
    assessments,
    alerts: file.alerts.filter(({ value }) => kept.has(value.assessmentId)),
    decisions: file.decisions.filter(({ value }) => value.decidedAt.slice(0, 10) <= last),
  }
}

/** Files with 40 assessments and 60 other entries. There are no notes of sessions yet: decisions on tiers, alerts and consents stand for them. */
export function* thickFilesOf(plan: BenchPlan): Generator<SimulatedCases> {
  let found = 0
  for (const file of mostVisits(plan)) {
    const decisions = file.decisions.slice(0, Math.max(0, thick.others - file.consents.length))
    if (file.assessments.length < thick.assessments) continue
    const assessments = file.assessments.slice(0, thick.assessments)
    if (file.consents.length + decisions.length < thick.others) continue
    yield { ...file, assessments, decisions, alerts: [] }
    found += 1
    if (found === thickFiles) return
  }
}

/** Every file: so many clients, and as many assessments spread evenly over them. */
export function* benchFiles(plan: BenchPlan): Generator<SimulatedCases> {
  const { clients, assessments } = plan.size
  const months = assessments / clients > 5 ? 7 : 1
  let [made, taken] = [0, 0]
  for (const file of simulateFiles(
    { seed: 'anxin-bench', clients, months, until: plan.until },
    plan.setting,
  )) {
    made += 1
    const due = Math.floor((assessments * made) / clients) - taken
    const kept = cut(file, due)
    taken += kept.assessments.length
    yield kept
  }
}

/** Files some at a time. */
export function* inBatches(files: Iterable<SimulatedCases>, size: number): Generator<SimulatedCases[]> {
  let batch: SimulatedCases[] = []
  for (const file of files) {
    batch.push(file)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
