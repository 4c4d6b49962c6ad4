import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mergePackages } from '../../../src/exchange/merge/merge-packages.ts'
import { writeMerge } from '../../../src/exchange/merge/merged-file.ts'
import type { RoomReport } from '../../../src/exchange/merge/room-report.ts'
import { referenceTo } from '../../../src/exchange/plan-reference.ts'
import { fingerprint, readCard, writeCard } from '../../../src/exchange/unit-card.ts'
import { generateUnitKeys } from '../../../src/exchange/unit-keys.ts'
import type { Outcome } from '../../../src/instruments/outcome.ts'
import { gridSize } from '../../../src/statistics/axis.ts'
import { periodKindOf } from '../../../src/statistics/period.ts'
import { publishedTables } from '../../../src/statistics/published-tables.ts'
import { readReleasePlan } from '../../../src/statistics/release-plan.ts'

const planFile = new URL('../../../resources/release-plan.json', import.meta.url)
const plan = readReleasePlan(JSON.parse(await readFile(planFile, 'utf8')))

const given = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}

/** A made-up desk elsewhere: its keys, and its card as a file on the stick. */
export async function otherDesk(
  stick: string,
  { name, code }: { name: string; code: string },
  today: string,
) {
  const keys = await generateUnitKeys(code, new Date().toISOString())
  const file = await writeCard({ unit: code, name, created: today, plan: await referenceTo(plan) }, keys)
  const path = join(stick, file.name)
  await writeFile(path, file.bytes)
  return {
    name,
    code,
    keys,
    card: { path, digits: await fingerprint(given(await readCard(file.bytes)).card) },
  }
}

/** What such a desk passes on of four rooms of its own for the desk with this card: the path of its file. */
export async function passOn(
  stick: string,
  { code, keys }: Awaited<ReturnType<typeof otherDesk>>,
  { period, today, to }: { period: string; today: string; to: string },
): Promise<string> {
  const next = given(await readCard(await readFile(to)))
  const reference = await referenceTo(plan)
  const reports = Array.from(
    { length: 4 },
    (_, room): RoomReport => ({
      unit: `${code}${101 + room}`,
      period,
      plan: reference.sha256,
      seq: 1,
      sha256: `${room}`.repeat(64),
      late: 0,
      tables: publishedTables(plan, 'large', periodKindOf(period)).map((table) => {
        const base = table.class === 'A' ? table.base : 1
        const cells = Array.from({ length: gridSize(plan, table) }, (_, cell) => ((cell + room) % 4) * base)
        return { id: table.id, k: table.class === 'S' ? table.k : null, cells }
      }),
    }),
  )
  const address = { unit: next.card.unit, kid: next.kid }
  const payload = given(
    mergePackages(reports, { plan, reference, from: code, to: address, period, created: today }),
  )
  const { name, bytes } = await writeMerge(payload, keys, next.card)
  await writeFile(join(stick, name), bytes)
  return join(stick, name)
}
