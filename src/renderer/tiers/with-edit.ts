import type { RuleEdit } from '../../tiering/edit-rules.ts'

/** What an edit is about; the later of two about the same is the one that counts. */
const subjectOf = (edit: RuleEdit): string => {
  switch (edit.kind) {
    case 'limit':
      return `limit ${edit.rule} ${edit.limit}`
    case 'review':
      return `review ${edit.tier}`
    case 'add':
      return `add ${edit.rule.id}`
    default:
      return `${edit.kind} ${edit.rule}`
  }
}

/** These edits with one more, in the place of an earlier one about the same. */
export const withEdit = (edits: readonly RuleEdit[], edit: RuleEdit): RuleEdit[] => {
  const place = edits.findIndex((one) => subjectOf(one) === subjectOf(edit))
  return place === -1 ? [...edits, edit] : edits.with(place, edit)
}

/** Whose rule an edit is about; null for reviews. */
const ruleOf = (edit: RuleEdit): string | null =>
  edit.kind === 'review' ? null : edit.kind === 'add' ? edit.rule.id : edit.rule

/** These edits without those about a rule; one that was added is gone then. */
export const withoutRule = (edits: readonly RuleEdit[], rule: string): RuleEdit[] =>
  edits.filter((edit) => ruleOf(edit) !== rule)
