import { done, type Outcome, refused } from '../instruments/outcome.ts'
import type { SealedAnswer } from '../vault/inbox.ts'
import { sealBox } from '../vault/sealed-box.ts'
import { now } from './clock.ts'
import { commands } from './commands.ts'
import type { KioskApi, Sitting } from './contract/kiosk-api.ts'
import { questionnaireOf } from './questionnaires.ts'
import { RoomError } from './room-error.ts'
import {
  answerLabel,
  isThrough,
  readLabel,
  type SittingTicket,
  sealPurpose,
  sittingTicketSchema,
} from './sitting-ticket.ts'
import { currentVault, inboxOf, realVault } from './which-vault.ts'

interface OpenTicket {
  id: string
  ticket: SittingTicket
  answers: SealedAnswer[]
}

/** The client's page: shows what is asked, seals what is answered, and can read nothing back. */
export const kioskApi = (): KioskApi => {
  const inbox = currentVault().then((vault) => inboxOf(vault?.name ?? realVault))

  const openTicket = async (): Promise<OpenTicket | null> => {
    for (const { id, content } of await (await inbox).tickets()) {
      const ticket = sittingTicketSchema.parse(content)
      const answers = await (await inbox).answers(id)
      if (!isThrough(ticket, answers)) return { id, ticket, answers }
    }
    return null
  }

  const seal = async (label: string, value: number | null): Promise<Outcome<null>> => {
    const open = await openTicket()
    const { assessmentId } = readLabel(label)
    if (!open?.ticket.steps.some((step) => step.assessmentId === assessmentId)) return refused('SITTING_OVER')
    const content = new TextEncoder().encode(JSON.stringify({ value, at: now() }))
    const sealed = await sealBox(open.ticket.publicKey, sealPurpose(open.id, label), content)
    await (await inbox).append({ ticketId: open.id, label, sealed })
    return done(null)
  }

  const questionnaireShown = (
    { assessmentId, instrument: id }: SittingTicket['steps'][number],
    answers: readonly SealedAnswer[],
  ): Sitting['questionnaires'][number] => {
    const questionnaire = questionnaireOf(id)
    if (!questionnaire) throw new RoomError('INSTRUMENT_MISSING')
    const { title, terms } = questionnaire.instrument
    const labels = answers.map(({ label }) => readLabel(label))
    const own = labels.filter((label) => label.assessmentId === assessmentId)
    return {
      assessmentId,
      instrument: { id, title, terms },
      survey: questionnaire.survey,
      answered: [...new Set(own.flatMap(({ question }) => question ?? []))],
      finished: own.some(({ question }) => question === null),
    }
  }

  return {
    async sitting() {
      const open = await openTicket()
      if (!open) return null
      const { language, largePrint, steps } = open.ticket
      const shown = steps.map((step) => questionnaireShown(step, open.answers))
      return { language, largePrint, questionnaires: shown }
    },
    ...commands({
      async answer(input: { assessmentId: string; question: string; value: number | null }) {
        return seal(answerLabel(input.assessmentId, input.question), input.value)
      },
      async finish(assessmentId: string) {
        return seal(answerLabel(assessmentId), null)
      },
    }),
  }
}
