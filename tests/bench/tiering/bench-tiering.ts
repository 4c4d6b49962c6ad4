import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { evidenceOf } from '../../../src/casework/tiers/evidence-of.ts'
import { type Instrument, instrumentSchema } from '../../../src/instruments/instrument.ts'
import type { Outcome } from '../../../src/instruments/outcome.ts'
import { scaleOn } from '../../../src/simulation/scale-on.ts'
import { simulateFiles } from '../../../src/simulation/simulate-files.ts'
import { editRules } from '../../../src/tiering/edit-rules.ts'
import { type ReplayCase, replay } from '../../../src/tiering/replay.ts'
import { type RuleSet, readRuleSet } from '../../../src/tiering/rule-set.ts'
import { timeEach } from '../vault/timing.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const until = '2026-11-22'
const months = 12
const rounds = 7

const json = (path: string): unknown => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'))

const given = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

/** Replays a changed rule set over synthetic clients with a year of files each, and prints how long that took. */
export async function benchTiering(clients: number): Promise<void> {
  const instruments: Instrument[] = globSync('questionnaires/*/instrument.json', { cwd: root }).map((path) =>
    instrumentSchema.parse(json(path)),
  )
  const inForce = given(readRuleSet(json('resources/tier-rules.json')))
  const caseload = casesOf(instruments, inForce, clients)
  const changed = given(
    editRules(inForce, { kind: 'limit', rule: 'phq-9-10', limit: 'min', value: 12 }, () => ({
      min: 0,
      max: 27,
    })),
  )
  const play = () => replay({ inForce, changed }, caseload, until)
  const { of, up, down, other } = play()
  const used = process.cpuUsage()
  const { median, p95 } = await timeEach(Array.from({ length: rounds }), play)
  const { user, system } = process.cpuUsage(used)
  const findings = caseload.reduce((sum, { evidence }) => sum + evidence.length, 0)
  console.log(`${clients} clients, ${findings} findings, ${inForce.rules.length} rules, both rule sets`)
  console.log(
    `${of} with evidence; a PHQ-9 threshold of 12 for 10 moves ${up} up, ${down} down, ${other} otherwise`,
  )
  console.log(`replay: median ${median.toFixed(0)} ms, slowest of ${rounds} ${p95.toFixed(0)} ms`)
  console.log(`processor time of one: ${((user + system) / 1000 / rounds).toFixed(0)} ms`)
}

function casesOf(instruments: readonly Instrument[], rules: RuleSet, clients: number): ReplayCase[] {
  const scaleOf = scaleOn(instruments)
  const counsellors = ['a'.repeat(32)] as const
  const setting = { instruments, rules, counsellors, hotlineWorkers: counsellors }
  const cases: ReplayCase[] = []
  for (const file of simulateFiles({ seed: 'anxin-bench/tiering', clients, months, until }, setting)) {
    const evidence = evidenceOf({ ...file, paperScores: [], episodes: [], clues: [] }, scaleOf)
    cases.push({ id: file.clients[0]?.id ?? '', evidence })
  }
  return cases
}
