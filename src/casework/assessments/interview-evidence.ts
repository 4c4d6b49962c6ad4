import type { Evidence } from '../../tiering/evidence.ts'
import type { CrisisEpisode } from '../crisis/crisis-episode.ts'
import type { FollowUp } from '../follow-ups/follow-up.ts'
import type { Stored } from '../records/record.ts'

type Interview = Extract<Evidence, { kind: 'interview' }>
type Told = Pick<Interview, 'question' | 'answer'>
type AskedAgain = FollowUpResult['askedAgain']
type FollowUpResult = NonNullable<FollowUp['result']>

/** What was said in a crisis episode, step by step. Who was not asked said nothing. */
export const saidInEpisode = ({ id, value: { steps } }: Stored<CrisisEpisode>): Interview[] =>
  steps.flatMap((step) => {
    const said = (told: Told[]) =>
      told.map((one) => ({ kind: 'interview' as const, id, ...one, at: step.at }))
    switch (step.kind) {
      case 'interviewed':
        return said(step.asked === 'notAsked' ? [] : [ideation(step.asked === 'confirmed')])
      case 'explored':
        return said(
          (['ideation', 'plan', 'intent'] as const)
            .map((question): Told => ({ question, answer: step.found[question].answer }))
            .concat({ question: 'attempt', answer: step.found.recentAttempt.answer }),
        )
      case 'followedUp':
        return said(askedAgain(step.askedAgain, step.reached))
      default:
        return []
    }
  })

/** What was said when a client was looked after again. Others may tell of something, but deny nothing in the client's place. */
export const saidInFollowUp = ({ id, value: { result } }: Stored<FollowUp>): Interview[] =>
  result === null
    ? []
    : askedAgain(result.askedAgain, result.reached === 'reached').map((one) => ({
        kind: 'interview',
        id,
        ...one,
        at: result.doneAt,
      }))

const ideation = (told: boolean): Told => ({ question: 'ideation', answer: told ? 'yes' : 'no' })

const askedAgain = (answer: AskedAgain, byClient: boolean): Told[] => {
  switch (answer) {
    case 'notAsked':
      return []
    case 'none':
      return byClient ? [ideation(false), { question: 'plan', answer: 'no' }] : []
    case 'thoughts':
      return [ideation(true)]
    case 'plan':
      return [ideation(true), { question: 'plan', answer: 'yes' }]
  }
}
