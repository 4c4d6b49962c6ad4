import type { Evidence } from './evidence.ts'
import { isNewer, newestOf } from './newest-of.ts'
import { subjectOf } from './rule-condition.ts'

/** What is known of one thing. */
interface Known {
  all: readonly Evidence[]
  /** Of all of it, that which a rule may rest on. */
  counts: readonly Evidence[]
}

/** One client's evidence, put in order for rules to look at. */
export interface KnownEvidence {
  newest: Evidence
  /** By `subjectOf`. */
  subjects: ReadonlyMap<string, Known>
}

/** Puts evidence in order; null when there is none. */
export function knownEvidence(evidence: readonly Evidence[]): KnownEvidence | null {
  const newest = newestOf(evidence)
  if (newest === null) return null
  const subjects = new Map<string, Known>()
  for (const [subject, all] of Map.groupBy(evidence, subjectOf))
    subjects.set(subject, { all, counts: counting(all) })
  return { newest, subjects }
}

/** Of a score or a change the newest one of each rater, of anything else all that was ever found. */
function counting(evidence: readonly Evidence[]): readonly Evidence[] {
  const newest = new Map<string | undefined, Evidence>()
  for (const one of evidence) {
    if (one.kind !== 'score' && one.kind !== 'change') return evidence
    const held = newest.get(one.rater)
    if (held === undefined || isNewer(one, held)) newest.set(one.rater, one)
  }
  return [...newest.values()]
}
