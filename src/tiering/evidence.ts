import { z } from 'zod'

/** What the person said when asked; `open` until a member of staff has entered it. */
export const criticalFindings = ['open', 'confirmed', 'denied', 'notAsked'] as const

/** What a person is asked about harm to themselves. */
export const interviewQuestions = ['ideation', 'plan', 'intent', 'attempt'] as const
export const interviewAnswers = ['yes', 'no', 'unknown'] as const

/** What came of a clue when it was looked into. */
export const clueFindings = ['verified', 'notConfirmed', 'passedOn'] as const

/** The record a finding comes from, and the moment it was made. */
const made = { id: z.string(), at: z.iso.datetime() }

const measured = {
  ...made,
  instrument: z.string(),
  scale: z.string(),
  value: z.number(),
  /** Whose answers they are: what one says never stands in place of what another said. Left out where one person answers. */
  rater: z.exactOptional(z.string()),
}

/** What a rule may look at: one finding about one client. */
export const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('score'),
    ...measured,
    band: z.string().nullable(),
    /** Ids of the cut-offs the score reaches, for this person; left out in evidence from before they were kept. */
    reached: z.exactOptional(z.array(z.string())),
  }),
  /** The newest score beside an earlier one, on a scale of which the measurement error is known; within it they are the same. */
  z.strictObject({
    kind: z.literal('change'),
    ...measured,
    course: z.enum(['better', 'worse', 'same']),
    /** The later score minus the earlier one. */
    points: z.number(),
    /** When the earlier one was answered. */
    since: z.iso.datetime(),
  }),
  z.strictObject({
    kind: z.literal('criticalItem'),
    ...made,
    instrument: z.string(),
    item: z.string(),
    finding: z.enum(criticalFindings),
  }),
  /** What a person said when asked directly, in a crisis episode or when they were looked after again. */
  z.strictObject({
    kind: z.literal('interview'),
    ...made,
    question: z.enum(interviewQuestions),
    answer: z.enum(interviewAnswers),
  }),
  z.strictObject({ kind: z.literal('clue'), ...made, finding: z.enum(clueFindings) }),
])
export type Evidence = z.infer<typeof evidenceSchema>
