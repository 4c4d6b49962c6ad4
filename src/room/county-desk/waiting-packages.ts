import type { Unit } from '../../county/units/unit.ts'
import type { HeldPackage } from '../../exchange/held-package.ts'
import { keptFile } from '../../exchange/kept-package.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { WaitingPackage } from '../contract/county-desk.ts'

/** What waits for packages before it, and what of that will not be taken in any more; the oldest of each unit first. */
export const waitingPackages = async (
  held: readonly HeldPackage[],
  units: readonly Pick<Unit, 'code' | 'name'>[],
  /** SHA-256 of what was taken in. */
  received: ReadonlySet<string>,
  check: (bytes: Uint8Array) => Promise<Outcome<unknown>>,
): Promise<WaitingPackage[]> => {
  const waiting: WaitingPackage[] = []
  const inOrder = held
    .filter(({ sha256 }) => !received.has(sha256))
    .toSorted((a, b) => a.unit.localeCompare(b.unit) || a.seq - b.seq)
  for (const one of inOrder) {
    const checked = await check(keptFile(one))
    if (checked.ok) continue
    const { code, detail } = checked.refusal
    const last = typeof detail?.against === 'number' ? detail.against : one.seq - 1
    const here = inOrder.filter(({ unit }) => unit === one.unit).map(({ seq }) => seq)
    waiting.push({
      unit: { name: units.find(({ code }) => code === one.unit)?.name ?? one.unit, code: one.unit },
      period: one.period,
      seq: one.seq,
      at: one.heldAt,
      missing:
        code === 'CHAIN_GAP'
          ? Array.from({ length: one.seq - last - 1 }, (_, at) => last + 1 + at).filter(
              (seq) => !here.includes(seq),
            )
          : [],
      because: code === 'CHAIN_GAP' ? null : code,
    })
  }
  return waiting
}
