import { z } from 'zod'
import { ruleSetSchema } from '../../tiering/rule-set.ts'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema, noteSchema } from '../records/values.ts'

const countSchema = z.int().min(0)

/** A rule set the room made its own. The newest holds; decisions name the one they were suggested by. */
export const adoptedRulesSchema = z.strictObject({
  ruleSet: ruleSetSchema,
  /** The rule set it took the place of. */
  replaces: z.strictObject({ id: z.string(), version: z.string() }),
  adoptedBy: idSchema,
  adoptedAt: instantSchema,
  /** Why it was changed. */
  because: noteSchema.min(2),
  /** How many clients the rules would suggest another tier for, when that was looked at; `other`: to or from evidence that ran out. */
  moves: z.strictObject({ up: countSchema, down: countSchema, other: countSchema, of: countSchema }),
  /** Base64 of the Ed25519 signature of whoever adopted it, over `adoptionStatement`. */
  signature: z.base64().length(88),
})
export type AdoptedRules = z.infer<typeof adoptedRulesSchema>

export const adoptedRulesKind: RecordKind<AdoptedRules> = {
  table: 'adoptedRules',
  domain: 'config',
  version: 1,
  schema: adoptedRulesSchema,
  clientOf: () => null,
  changeable: () => [],
}
