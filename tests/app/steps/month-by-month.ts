import { readFile } from 'node:fs/promises'
import { composePayload } from '../../../src/exchange/compose-payload.ts'
import { type PlanReference, referenceTo } from '../../../src/exchange/plan-reference.ts'
import { protectionOf } from '../../../src/exchange/protection.ts'
import { roundTables } from '../../../src/exchange/round-tables.ts'
import { type ReadCard, readCard, writeCard } from '../../../src/exchange/unit-card.ts'
import { generateUnitKeys } from '../../../src/exchange/unit-keys.ts'
import { type WrittenPackage, writePackage } from '../../../src/exchange/write-package.ts'
import { readReleasePlan } from '../../../src/statistics/release-plan.ts'
import { tabulate } from '../../../src/statistics/tabulate.ts'
import { fact, pseudonym } from '../../support/facts.ts'
import { given } from '../../support/outcome.ts'

const planFile = new URL('../../../resources/release-plan.json', import.meta.url)
const created = '2026-11-01'

/** A room made up in a moment: its card's file, and its reports of these months for a desk, linked; nothing in them is attacked. */
export async function monthByMonth(
  code: string,
  county: ReadCard,
  months: readonly string[],
): Promise<ReadCard & { file: Uint8Array; reports: WrittenPackage[] }> {
  const plan = readReleasePlan(JSON.parse(await readFile(planFile, 'utf8')))
  const reference: PlanReference = await referenceTo(plan)
  const keys = await generateUnitKeys(code, '2026-01-01T00:00:00.000Z')
  const { bytes: file } = await writeCard(
    { unit: code, name: `示例 ${code}`, created: '2026-01-01', plan: null },
    keys,
  )
  const reports: WrittenPackage[] = []
  for (const [at, period] of months.entries()) {
    const facts = Array.from({ length: 20 + at }, (_, n) => fact({ month: period, person: pseudonym(n) }))
    const tables = await roundTables(tabulate(facts, plan, period, 'medium'), plan, period, keys)
    const withheld = tables.flatMap(({ cells }) => cells).filter((count) => count === null).length
    const audit = { targets: withheld, solver: 'highs-1.15.1', digest: 'a'.repeat(64) }
    const payload = composePayload({
      plan: reference,
      from: { code, releaseProfile: 'medium' },
      county: { unit: county.card.unit, kid: county.kid },
      period,
      link: { seq: at + 1, previous: reports.at(-1)?.sha256 ?? null },
      created,
      audit: null,
      late: 0,
      tables,
      protection: protectionOf(tables, audit),
    })
    reports.push(await writePackage(given(payload), plan, keys, county.card))
  }
  return { ...given(await readCard(file)), file, reports }
}
