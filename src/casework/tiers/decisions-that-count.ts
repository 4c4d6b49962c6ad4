import { isLower } from '../../tiering/tier.ts'
import { decisionThatHolds } from '../../tiering/tier-standing.ts'
import type { ClientMerge } from '../clients/client-merge.ts'
import type { TierDecision } from './tier-decision.ts'

type Decision = Pick<TierDecision, 'clientId' | 'tier' | 'decidedAt'>

/**
 * The decisions that say where somebody stands whose files are read together. Reading two files as one lowers nobody: of what held
 * in each on that day the higher tier goes on, and later ones in the other file count no more. Decisions after it count as always.
 */
export function decisionsThatCount<T extends Decision>(
  decisions: readonly T[],
  merges: readonly ClientMerge[],
): T[] {
  const files = new Map<string, T[]>()
  for (const one of decisions) files.set(one.clientId, [...(files.get(one.clientId) ?? []), one])
  const standing = merges
    .filter(({ undone }) => undone === null)
    .sort((a, b) => Date.parse(a.mergedAt) - Date.parse(b.mergedAt))
  for (const { from, into, mergedAt } of standing) {
    if (!files.has(from)) continue
    files.set(into, together(files.get(from) ?? [], files.get(into) ?? [], mergedAt))
    files.delete(from)
  }
  const counting = new Set([...files.values()].flat())
  return decisions.filter((one) => counting.has(one))
}

function together<T extends Decision>(a: readonly T[], b: readonly T[], mergedAt: string): T[] {
  const before = (file: readonly T[]) => file.filter(({ decidedAt }) => isBefore(decidedAt, mergedAt))
  const [heldA, heldB] = [decisionThatHolds(before(a)), decisionThatHolds(before(b))]
  if (heldA === null || heldB === null || heldA.tier === heldB.tier) return [...a, ...b]
  const [high, higher, lower] = isLower(heldA.tier, heldB.tier) ? [b, heldB, a] : [a, heldA, b]
  const stays = ({ decidedAt }: T) => !isBefore(decidedAt, mergedAt) || isBefore(decidedAt, higher.decidedAt)
  return [...high, ...lower.filter(stays)]
}

const isBefore = (a: string, b: string): boolean => Date.parse(a) < Date.parse(b)
