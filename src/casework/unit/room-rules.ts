import { z } from 'zod'
import { done, type Outcome } from '../../instruments/outcome.ts'
import {
  checkCategories,
  type OutreachCategories,
  outreachCategoriesSchema,
} from '../activities/outreach-categories.ts'
import { checkTags, type PopulationTags, populationTagsSchema } from '../clients/population-tags.ts'
import {
  checkIntervals,
  type FollowUpIntervals,
  followUpIntervalsSchema,
} from '../follow-ups/follow-up-intervals.ts'
import { checkQuickDial, type QuickDial, quickDialSchema } from '../hotline/quick-dial.ts'
import { type PrivacyRules, privacyRulesSchema } from '../privacy/privacy-rules.ts'
import type { RecordKind } from '../records/record.ts'
import { signedStatement } from '../records/signed-statement.ts'
import { idSchema, instantSchema, noteSchema } from '../records/values.ts'
import { type WorkingRules, workingRulesSchema } from './working-rules.ts'

/** One set of rules or lists that a room made its own. The newest of each kind holds; older ones are the history. */
export const roomRulesSchema = z.strictObject({
  rules: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('privacy'), privacy: privacyRulesSchema }),
    z.strictObject({ kind: z.literal('working'), working: workingRulesSchema }),
    z.strictObject({ kind: z.literal('outreach'), outreach: outreachCategoriesSchema }),
    z.strictObject({ kind: z.literal('followUps'), followUps: followUpIntervalsSchema }),
    z.strictObject({ kind: z.literal('tags'), tags: populationTagsSchema }),
    z.strictObject({ kind: z.literal('quickDial'), quickDial: quickDialSchema }),
  ]),
  changedBy: idSchema,
  changedAt: instantSchema,
  /** Why it was changed. */
  because: noteSchema.min(2),
  /** Base64 of the Ed25519 signature of whoever changed it, over `roomRulesStatement`. */
  signature: z.base64().length(88),
})
export type RoomRules = z.infer<typeof roomRulesSchema>

/** What whoever makes rules the room's own signs. */
export const roomRulesStatement = (rules: Omit<RoomRules, 'signature'>): string =>
  signedStatement('anxin: rules of the room, 1', rules)

export const roomRulesKind: RecordKind<RoomRules> = {
  table: 'roomRules',
  domain: 'config',
  version: 1,
  schema: roomRulesSchema,
  clientOf: () => null,
  changeable: () => [],
}

/** What the room goes by. */
export interface RulesInForce {
  privacy: PrivacyRules
  working: WorkingRules
  outreach: OutreachCategories
  followUps: FollowUpIntervals
  tags: PopulationTags
  quickDial: QuickDial
}

/**
 * What holds now: what the room adopted last, and the proposals that came with the program for the rest. Only signatures that held
 * go in.
 */
export const rulesInForce = (
  adopted: readonly Pick<RoomRules, 'rules' | 'changedAt'>[],
  proposed: RulesInForce,
): RulesInForce =>
  adopted
    .toSorted((a, b) => Date.parse(a.changedAt) - Date.parse(b.changedAt))
    .reduce((held, { rules }) => withRules(held, rules), proposed)

/** These rules with one kind of them in the place of what held before. */
export const withRules = (held: RulesInForce, { kind: _, ...rules }: RoomRules['rules']): RulesInForce => ({
  ...held,
  ...rules,
})

/** Whether rules may take the place of those in force; refused as `checkTags`, `checkCategories`, `checkIntervals` and `checkQuickDial` do. */
export function checkRoomRules(held: RulesInForce, rules: RoomRules['rules']): Outcome<null> {
  switch (rules.kind) {
    case 'tags':
      return checkTags(held.tags, rules.tags)
    case 'outreach':
      return checkCategories(held.outreach, rules.outreach)
    case 'followUps':
      return checkIntervals(held.followUps, rules.followUps)
    case 'quickDial':
      return checkQuickDial(rules.quickDial)
    case 'privacy':
    case 'working':
      return done(null)
  }
}
