import { useEffect, useState } from 'react'
import type { RulesDraft } from '../../room/contract/tier-rules.ts'
import { beforeLock } from '../app/before-lock.ts'
import { room } from '../room/room.ts'
import { draftKeeping } from '../ui/draft-keeping.ts'
import { draftName } from '../ui/use-draft.ts'

/** The rule set somebody works at, kept until it is adopted or given up. */
export interface KeptRulesDraft {
  draft: RulesDraft | null
  change: (draft: RulesDraft) => void
  forget: () => void
}

/** Goes on with what was being changed here when it was locked or left. */
export function useRulesDraft(): KeptRulesDraft {
  const [draft, setDraft] = useState<RulesDraft | null>(null)
  const [keeping] = useState(() => draftKeeping(draftName('tierRules'), room))
  useEffect(() => {
    let current = true
    room.draft(draftName('tierRules')).then(
      // This page wrote it.
      (kept) => kept !== null && current && setDraft((begun) => begun ?? (kept.content as RulesDraft)),
      () => undefined,
    )
    const off = beforeLock(keeping.flush)
    return () => {
      current = false
      off()
      void keeping.flush()
    }
  }, [keeping])
  return {
    draft,
    change(changed) {
      setDraft(changed)
      keeping.change(changed)
    },
    forget() {
      setDraft(null)
      void keeping.forget()
    },
  }
}
