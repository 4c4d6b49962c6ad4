import { z } from 'zod'
import { daySchema, idSchema, languageSchema } from '../../casework/records/values.ts'
import { plainAnswersSchema, plainSurveySchema } from '../../instruments/plain-survey/plain-survey.ts'

/** What the page for people is given while a survey is up: one public key, and what is asked. It holds no secret. */
export const surveyTicketSchema = z.strictObject({
  campaign: idSchema,
  /** X25519 public key of the statistics domain. */
  publicKey: z.instanceof(Uint8Array<ArrayBuffer>),
  survey: plainSurveySchema,
  language: languageSchema,
  largePrint: z.boolean(),
})
export type SurveyTicket = z.infer<typeof surveyTicketSchema>

/** One person's answers as they are sealed; the id is drawn there, so that they cannot be taken in twice. */
export const sealedResponseSchema = z.strictObject({
  id: idSchema,
  day: daySchema,
  answers: plainAnswersSchema,
})
export type SealedResponse = z.infer<typeof sealedResponseSchema>

const responseMark = 'survey'

/** Says which campaign a sealed response belongs to; it stands in the clear. */
export const responseLabel = (campaign: string): string => `${responseMark}.${campaign}`

/** Null for what is no response to a survey. */
export const campaignOf = (label: string): string | null => {
  const [mark, campaign = ''] = label.split('.')
  return mark === responseMark ? campaign : null
}

/** What a response's seal is bound to: no other ticket, no other campaign. */
export const responsePurpose = (ticketId: string, label: string): string =>
  `anxin/response/1 ${ticketId} ${label}`
