import { z } from 'zod'
import { labelSchema, plainTextSchema } from './local-text.ts'

/** Questions are named by their number in the published order; `q0` is a gate asked before the numbered ones. */
export const itemNameSchema = z.string().regex(/^q(0|[1-9]\d{0,2})$/)
/** Whether a record could be looked up by this name without finding what every object has, such as `constructor`. */
export const isOwnName = (name: string): boolean => !(name in Object.prototype)
export const codeNameSchema = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
  .refine(isOwnName)
export const sexSchema = z.enum(['female', 'male'])
/** Whole years, both ends included; an end that is left out is open. */
export const agesSchema = z.strictObject({
  min: z.exactOptional(z.int().min(0)),
  max: z.exactOptional(z.int().max(130)),
})

/** A published range of scores with a name, both ends included. */
const bandSchema = z.strictObject({
  id: codeNameSchema,
  min: z.number(),
  max: z.number(),
  label: labelSchema,
})
export type Band = z.infer<typeof bandSchema>

/**
 * A published threshold: reached at `score` and beyond, in the direction that is worse. Null `sex` or `ages`: everyone.
 * Cut-offs of one id are the same threshold for different people.
 */
const cutOffSchema = z.strictObject({
  id: codeNameSchema,
  score: z.number(),
  sex: sexSchema.nullable(),
  ages: agesSchema.nullable(),
  label: labelSchema,
  citation: plainTextSchema,
  /** Published reservation: what to keep in mind when all points come from these items. */
  caveat: z
    .strictObject({ allPointsFrom: z.array(itemNameSchema).min(1).max(200), label: labelSchema })
    .nullable(),
  /** Id of the instrument that is published as the next step. */
  next: z.string().nullable(),
})
export type CutOff = z.infer<typeof cutOffSchema>

const common = {
  id: codeNameSchema,
  /** Null: the scale is what the instrument's title says. */
  label: labelSchema.nullable(),
  items: z.array(itemNameSchema).min(1).max(200),
  range: z.strictObject({ min: z.number(), max: z.number() }),
  direction: z.enum(['higherIsWorse', 'higherIsBetter']),
  loinc: z.string().nullable(),
  /** Source of the scoring rule and of the bands. */
  citation: plainTextSchema,
  /** Empty when none are published; otherwise they cover the whole range, lowest first. */
  bands: z.array(bandSchema).max(100),
  cutOffs: z.array(cutOffSchema).max(100),
  /** For the reliable change index; null unless a source gives both figures. */
  reliability: z
    .strictObject({
      coefficient: z.number().min(0).max(1),
      sd: z.number().positive(),
      citation: plainTextSchema,
    })
    .nullable(),
  /** Points beyond which a change is more than measurement error, where they are published as such. */
  reliableChange: z.strictObject({ points: z.number().positive(), citation: plainTextSchema }).nullable(),
  /** Points a score must move to mean something; null unless a source says so. */
  meaningfulChange: z.strictObject({ points: z.number().positive(), citation: plainTextSchema }).nullable(),
}
const reverse = z.array(itemNameSchema).max(200)

/** How answers become one score. A closed set: there are no expressions. */
export const scaleSchema = z.discriminatedUnion('kind', [
  /** Sum of the answers times `factor`. */
  z.strictObject({ kind: z.literal('sum'), ...common, reverse, factor: z.number().positive() }),
  /** Mean of the answers times `factor`. */
  z.strictObject({ kind: z.literal('mean'), ...common, reverse, factor: z.number().positive() }),
  /** How many answers are one of `values`. */
  z.strictObject({ kind: z.literal('count'), ...common, values: z.array(z.int()).min(1).max(100) }),
  /** Sum of the answers, each times its own weight. */
  z.strictObject({ kind: z.literal('weighted'), ...common, weights: z.record(itemNameSchema, z.number()) }),
  /** Sum of the answers, looked up in a published table. */
  z.strictObject({
    kind: z.literal('lookup'),
    ...common,
    reverse,
    table: z
      .array(z.strictObject({ sum: z.int(), score: z.number() }))
      .min(1)
      .max(2000),
  }),
  /** 1 when every one of these earlier scales reaches its least score, else 0. */
  z.strictObject({
    kind: z.literal('criteria'),
    ...common,
    all: z
      .array(z.strictObject({ scale: codeNameSchema, atLeast: z.number() }))
      .min(1)
      .max(100),
  }),
])
export type Scale = z.infer<typeof scaleSchema>
