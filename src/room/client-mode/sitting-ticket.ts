import { z } from 'zod'
import { languageSchema } from '../../casework/records/values.ts'
import { localTextSchema } from '../../instruments/local-text.ts'
import { surveySchema } from '../../instruments/survey.ts'
import { provenanceSchema, termsSchema } from '../../instruments/terms.ts'
import type { SealedAnswer } from '../../vault/inbox.ts'
import type { OpenVault } from '../../vault/vault.ts'

const passSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** What the client's page is given to work with: one public key, what is asked, and nothing that says who the client is. */
export const sittingTicketSchema = z.strictObject({
  /** X25519 public key of the assessment domain. */
  publicKey: z.instanceof(Uint8Array<ArrayBuffer>),
  /** Whose answers are asked for, not who that is. */
  rater: z.enum(['self', 'informant']),
  language: languageSchema,
  largePrint: z.boolean(),
  steps: z
    .array(
      z.strictObject({
        assessmentId: z.string(),
        instrument: z.strictObject({
          id: z.string(),
          title: localTextSchema,
          terms: termsSchema,
          provenance: provenanceSchema,
        }),
        /** As this client is asked it. */
        survey: surveySchema,
        /** Questions answered in an earlier sitting: which, not how. */
        answered: z.array(z.string()),
        pass: passSchema,
      }),
    )
    .min(1),
})
export type SittingTicket = z.infer<typeof sittingTicketSchema>

/**
 * Goes with every answer to an assessment. Anyone can seal for the assessment domain, but only who opens it can make out a
 * pass: whoever takes the client's page over answers for this client and no other.
 */
export const passFor = (vault: OpenVault, assessmentId: string): Promise<string> =>
  vault.pseudonym('assessment', `anxin/pass/1 ${assessmentId}`)

/** What a ticket says once its answers were taken in and some could not be used: nothing is asked any more. */
export const closedTicket = null

/** One answer as it is sealed on the client's page; `value` null takes an answer back. */
export const sealedContentSchema = z.strictObject({
  value: z.number().int().nullable(),
  at: z.iso.datetime(),
  pass: passSchema,
  /** How long the question was on the screen, in tenths of a second. */
  pace: z.exactOptional(z.number().int().min(0).max(36_000)),
})
export type SealedContent = z.infer<typeof sealedContentSchema>

const finishedMark = 'finished'

/** Says which question an answer belongs to, or that the client is through; it stands in the clear. */
export const answerLabel = (assessmentId: string, question: string = finishedMark): string =>
  `${assessmentId}.${question}`

/** `question` is null where the client said that they are through. */
export const readLabel = (label: string): { assessmentId: string; question: string | null } => {
  const [assessmentId = '', question = ''] = label.split('.')
  return { assessmentId, question: question === finishedMark ? null : question }
}

/** What an answer's seal is bound to: no other ticket, no other question. */
export const sealPurpose = (ticketId: string, label: string): string => `anxin/answer/1 ${ticketId} ${label}`

/** Has this questionnaire been finished, as far as the labels tell? */
export const isFinished = (assessmentId: string, answers: readonly SealedAnswer[]): boolean =>
  answers.some(({ label }) => label === answerLabel(assessmentId))

/** Has every questionnaire of the sitting been finished? */
export const isThrough = ({ steps }: SittingTicket, answers: readonly SealedAnswer[]): boolean =>
  steps.every(({ assessmentId }) => isFinished(assessmentId, answers))
