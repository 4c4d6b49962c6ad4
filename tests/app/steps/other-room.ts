import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { composePayload } from '../../../src/exchange/compose-payload.ts'
import type { Link } from '../../../src/exchange/ledger.ts'
import { referenceTo } from '../../../src/exchange/plan-reference.ts'
import { attackRelease } from '../../../src/exchange/release/attack-release.ts'
import { guardHere } from '../../../src/exchange/release/guard-here.ts'
import { prepareRelease } from '../../../src/exchange/release/prepare-release.ts'
import { fingerprint, readCard, writeCard } from '../../../src/exchange/unit-card.ts'
import { generateUnitKeys } from '../../../src/exchange/unit-keys.ts'
import { writePackage } from '../../../src/exchange/write-package.ts'
import type { Outcome } from '../../../src/instruments/outcome.ts'
import type { Fact } from '../../../src/statistics/fact.ts'
import { monthsOf } from '../../../src/statistics/period.ts'
import { type PlannedTable, readReleasePlan } from '../../../src/statistics/release-plan.ts'
import { countTable, tabulate } from '../../../src/statistics/tabulate.ts'
import { fact, pseudonym } from '../../support/facts.ts'

const planFile = new URL('../../../resources/release-plan.json', import.meta.url)
const plan = readReleasePlan(JSON.parse(await readFile(planFile, 'utf8')))
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())

const given = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}

/** `2026年11月` as `2026-11`, `2026年第4季度` as `2026-Q4`. */
const periodCode = (period: string): string => {
  const [year, part = ''] = period.split('年')
  const quarter = /第(\d)季度/.exec(part)?.[1]
  return quarter === undefined ? `${year}-${part.replace('月', '').padStart(2, '0')}` : `${year}-Q${quarter}`
}

/** A month's work of a busy room. */
const workOf = (month: string): Fact[] => {
  const many = (count: number, given: Partial<Fact>, from = 0): Fact[] =>
    Array.from({ length: count }, (_, at) => fact({ month, person: pseudonym(from + at), ...given }))
  return [
    ...many(43, {}),
    ...many(27, { sex: 'male', ageBand: '60plus' }, 43),
    ...many(38, { kind: 'assessment', category: 'phq-9', detail: 'moderate' }),
    ...many(29, { kind: 'assessment', category: 'gad-7', detail: 'mild' }),
    ...many(41, { kind: 'tier', category: 'general' }),
    ...many(22, { kind: 'tier', category: 'watch' }, 41),
    ...many(33, { kind: 'call', person: null, category: 'general' }),
    ...many(16, { kind: 'call', person: null, category: 'suicideRisk' }),
  ]
}

/** A room elsewhere, with keys of its own, that sends the county real files. */
export interface OtherRoom {
  name: string
  card: { path: string; digits: string }
  /** Writes its report of this period, as the screens name it, for the county with this card. */
  report(period: string, countyCard: string): Promise<string>
}

export async function otherRoom(
  stick: string,
  { name, code }: { name: string; code: string },
): Promise<OtherRoom> {
  const keys = await generateUnitKeys(code, new Date().toISOString())
  const file = await writeCard({ unit: code, name, created: today, plan: null }, keys)
  const { card } = given(await readCard(file.bytes))
  const path = join(stick, file.name)
  await writeFile(path, file.bytes)
  let link: Link = { seq: 1, previous: null }
  return {
    name,
    card: { path, digits: await fingerprint(card) },
    async report(period, countyCard) {
      const county = given(await readCard(await readFile(countyCard)))
      const facts = workOf(monthsOf(periodCode(period))[0] ?? '')
      const counted = {
        plan,
        period: periodCode(period),
        tables: tabulate(facts, plan, periodCode(period), 'large'),
        count: (table: PlannedTable) => countTable(facts, plan, table, periodCode(period)),
        earlier: [],
      }
      const guard = guardHere({ seconds: 60, draw: Math.random })
      const { tables } = await prepareRelease(counted, keys, guard)
      const payload = given(
        composePayload({
          plan: await referenceTo(plan),
          from: { code, releaseProfile: 'large' },
          county: { unit: county.card.unit, kid: county.kid },
          period: periodCode(period),
          link,
          created: today,
          audit: null,
          late: 0,
          tables,
          protection: await attackRelease(tables, counted, guard),
        }),
      )
      const written = await writePackage(payload, plan, keys, county.card)
      link = { seq: link.seq + 1, previous: written.sha256 }
      await writeFile(join(stick, written.name), written.bytes)
      return join(stick, written.name)
    },
  }
}

/** A county desk elsewhere: the path of its card. */
export async function otherCounty(stick: string, code: string): Promise<string> {
  const keys = await generateUnitKeys(code, new Date().toISOString())
  const about = { unit: code, name: `示例县 ${code}`, created: today, plan: await referenceTo(plan) }
  const file = await writeCard(about, keys)
  await writeFile(join(stick, file.name), file.bytes)
  return join(stick, file.name)
}
