import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Inbox, SealedAnswer } from '../../vault/inbox.ts'
import { utf8 } from '../../vault/primitives/bytes.ts'
import { sealBox } from '../../vault/primitives/sealed-box.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import type { KioskApi, Sitting } from '../contract/kiosk-api.ts'
import { currentVault, inboxOf, realVault } from '../which-vault.ts'
import { checkAnswer } from './check-answer.ts'
import {
  answerLabel,
  isFinished,
  isThrough,
  readLabel,
  type SealedContent,
  type SittingTicket,
  sealedContentSchema,
  sealPurpose,
  sittingTicketSchema,
} from './sitting-ticket.ts'

type Step = SittingTicket['steps'][number]

/** A sitting that is not over, and what has been sealed in it so far. */
interface OpenSitting {
  id: string
  ticket: SittingTicket
  answers: SealedAnswer[]
}

const inboxHere = async (): Promise<Inbox> => inboxOf((await currentVault())?.name ?? realVault)

/** The client's page: shows what is asked, seals what is answered, and can read nothing back. */
export const kioskApi = (inbox: Promise<Inbox> = inboxHere()): KioskApi => {
  const openSitting = async (): Promise<OpenSitting | null> => {
    for (const { id, content } of await (await inbox).tickets()) {
      const ticket = sittingTicketSchema.safeParse(content)
      if (!ticket.success) continue
      const answers = await (await inbox).answers(id)
      if (!isThrough(ticket.data, answers)) return { id, ticket: ticket.data, answers }
    }
    return null
  }

  /** The step of the sitting that this assessment is, unless it is over. */
  const openStep = async (assessmentId: string): Promise<Outcome<{ sitting: OpenSitting; step: Step }>> => {
    const sitting = await openSitting()
    const step = sitting?.ticket.steps.find((one) => one.assessmentId === assessmentId)
    if (!sitting || !step || isFinished(assessmentId, sitting.answers)) return refused('SITTING_OVER')
    return done({ sitting, step })
  }

  const seal = async (
    { sitting: { id, ticket }, step: { pass } }: { sitting: OpenSitting; step: Step },
    label: string,
    value: number | null,
    pace?: number,
  ) => {
    // A pace that cannot be takes no answer down with it.
    const timed = sealedContentSchema.pick({ pace: true }).safeParse({ pace })
    const sealing: SealedContent = { value, at: now(), pass, ...(timed.success ? timed.data : {}) }
    const content = utf8(JSON.stringify(sealing))
    const sealed = await sealBox(ticket.publicKey, sealPurpose(id, label), content)
    await (await inbox).append({ ticketId: id, label, sealed })
    return done(null)
  }

  return {
    async sitting() {
      const open = await openSitting()
      if (!open) return null
      const { rater, language, largePrint, steps } = open.ticket
      const shown = steps.map((step) => questionnaireShown(step, open.answers))
      return { rater, language, largePrint, questionnaires: shown }
    },
    ...commands({
      async answer({ pace, ...input }: Parameters<KioskApi['answer']>[0]) {
        const open = await openStep(input.assessmentId)
        if (!open.ok) return open
        const checked = checkAnswer(offeredBy(open.value.step, input.question), input)
        if (!checked.ok) return checked
        return seal(open.value, answerLabel(input.assessmentId, input.question), input.value, pace)
      },
      async finish(assessmentId: string) {
        const open = await openStep(assessmentId)
        return open.ok ? seal(open.value, answerLabel(assessmentId), null) : open
      },
    }),
  }
}

const offeredBy = ({ survey }: Step, question: string): number[] =>
  survey.pages
    .flatMap(({ elements }) => elements)
    .filter(({ name }) => name === question)
    .flatMap(({ choices }) => choices.map(({ value }) => value))

const questionnaireShown = (
  { assessmentId, instrument, survey, answered }: Step,
  answers: readonly SealedAnswer[],
): Sitting['questionnaires'][number] => {
  const sealed = answers
    .map(({ label }) => readLabel(label))
    .filter((label) => label.assessmentId === assessmentId)
    .flatMap(({ question }) => question ?? [])
  return {
    assessmentId,
    instrument,
    survey,
    answered: [...new Set([...answered, ...sealed])],
    finished: isFinished(assessmentId, answers),
  }
}
