import { z } from 'zod'
import { noteSchema } from '../records/values.ts'

const known = ['yes', 'no', 'unknown'] as const

/** What a call may be asked about, and the answers there are; `unknown`: it was asked and could not be found out. */
export const callQuestions = {
  /** The opening words: that it is confidential and where that ends, and whether notes are agreed to. */
  opening: ['said', 'partly', 'notSaid'],
  plan: known,
  /** What they would use is within reach. */
  means: known,
  timeFrame: ['now', 'within24h', 'later', 'notFixed', 'unknown'],
  /** Earlier attempts; `recent`: within three months. */
  history: ['recent', 'earlier', 'none', 'unknown'],
  alone: known,
  /** Where the person is. */
  place: ['known', 'partly', 'unknown'],
  /** Alcohol, drugs or medicine: what and how much in `said`. */
  intoxication: known,
  /** What holds them: people, duties, hopes. */
  protection: known,
  safetyPlan: ['made', 'declined', 'notPossible'],
  callBack: ['agreed', 'refused', 'notPossible'],
  /** Of a silent call: what could be heard, and how it was answered. */
  signs: ['noted'],
  /** Of a repeated call: what is different this time. */
  pattern: ['noted'],
  /** Of a harassing call: the limit that was set. */
  limits: ['set', 'notSet'],
  /** Of a third party: who they are to the person, whether the person knows, and can be reached. */
  relation: ['noted', 'unknown'],
  personKnows: known,
  personReachable: known,
  /** Of a minor: whether an adult they trust is at hand, and whether somebody may be harming them. */
  guardian: known,
  harmSuspected: known,
  /** Of unusual experience: whether voices or beliefs urge them to something, and what was said of seeing a doctor. */
  urging: known,
  doctor: ['advised', 'seesOne', 'declined', 'unknown'],
} as const
export type CallQuestion = keyof typeof callQuestions

const answerSchema = <const Of extends readonly [string, ...string[]]>(options: Of) =>
  z.exactOptional(z.strictObject({ answer: z.enum(options), said: noteSchema }))

/** The answers of a call, each with what was said; left out while it was not asked. */
export const callAnswersSchema = z.strictObject({
  opening: answerSchema(callQuestions.opening),
  plan: answerSchema(callQuestions.plan),
  means: answerSchema(callQuestions.means),
  timeFrame: answerSchema(callQuestions.timeFrame),
  history: answerSchema(callQuestions.history),
  alone: answerSchema(callQuestions.alone),
  place: answerSchema(callQuestions.place),
  intoxication: answerSchema(callQuestions.intoxication),
  protection: answerSchema(callQuestions.protection),
  safetyPlan: answerSchema(callQuestions.safetyPlan),
  callBack: answerSchema(callQuestions.callBack),
  signs: answerSchema(callQuestions.signs),
  pattern: answerSchema(callQuestions.pattern),
  limits: answerSchema(callQuestions.limits),
  relation: answerSchema(callQuestions.relation),
  personKnows: answerSchema(callQuestions.personKnows),
  personReachable: answerSchema(callQuestions.personReachable),
  guardian: answerSchema(callQuestions.guardian),
  harmSuspected: answerSchema(callQuestions.harmSuspected),
  urging: answerSchema(callQuestions.urging),
  doctor: answerSchema(callQuestions.doctor),
})
export type CallAnswers = z.infer<typeof callAnswersSchema>
