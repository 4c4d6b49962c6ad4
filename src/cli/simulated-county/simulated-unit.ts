import type { PlanReference } from '../../exchange/plan-reference.ts'
import { type ReadCard, readCard, writeCard } from '../../exchange/unit-card.ts'
import { generateUnitKeys, type UnitKeys } from '../../exchange/unit-keys.ts'

/** A made-up unit: its keys, and its card as a file and as read. */
export interface SimulatedUnit extends ReadCard {
  keys: UnitKeys
  file: Uint8Array
}

/** Draws keys for a made-up unit and writes its card; `plan` for a county. Its keys are new every time. */
export async function simulatedUnit(
  { code, name, created }: { code: string; name: string; created: string },
  plan: PlanReference | null,
): Promise<SimulatedUnit> {
  const keys = await generateUnitKeys(code, `${created}T00:00:00.000Z`)
  const { bytes } = await writeCard({ unit: code, name, created, plan }, keys)
  const read = await readCard(bytes)
  if (!read.ok) throw new Error(read.refusal.code)
  return { ...read.value, keys, file: bytes }
}
