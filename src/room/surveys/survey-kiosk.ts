import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { checkResponse } from '../../instruments/plain-survey/check-response.ts'
import { type PlainAnswers, plainAnswersSchema } from '../../instruments/plain-survey/plain-survey.ts'
import { utf8 } from '../../vault/primitives/bytes.ts'
import { drawId } from '../../vault/primitives/random.ts'
import { sealBox } from '../../vault/primitives/sealed-box.ts'
import { today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { SurveyKioskApi } from '../contract/survey-kiosk-api.ts'
import { currentVault, inboxOf, realVault } from '../which-vault.ts'
import {
  responseLabel,
  responsePurpose,
  type SealedResponse,
  type SurveyTicket,
  surveyTicketSchema,
} from './survey-ticket.ts'

/** The page for people while a survey is up: it seals what each of them hands in, and can read nothing back. */
export const surveyKioskApi = (): SurveyKioskApi => {
  const inbox = currentVault().then((vault) => inboxOf(vault?.name ?? realVault))

  const surveyUp = async (): Promise<{ id: string; ticket: SurveyTicket } | null> => {
    for (const { id, content } of await (await inbox).tickets()) {
      const ticket = surveyTicketSchema.safeParse(content)
      if (ticket.success) return { id, ticket: ticket.data }
    }
    return null
  }

  return {
    async surveyOnShow() {
      const up = await surveyUp()
      if (!up) return null
      const { survey, language, largePrint } = up.ticket
      return { survey, language, largePrint }
    },
    ...commands({
      async handIn(answers: PlainAnswers): Promise<Outcome<null>> {
        const up = await surveyUp()
        if (!up) return refused('SITTING_OVER')
        const { campaign, survey, publicKey } = up.ticket
        const given = plainAnswersSchema.safeParse(answers)
        if (!given.success) return refused('ANSWER_OUTSIDE_CODING')
        const checked = checkResponse(survey, given.data)
        if (!checked.ok) return checked
        const label = responseLabel(campaign)
        const response: SealedResponse = { id: drawId(), day: today(), answers: checked.value }
        const content = utf8(JSON.stringify(response))
        const sealed = await sealBox(publicKey, responsePurpose(up.id, label), content)
        await (await inbox).drop({ ticketId: up.id, label, sealed })
        return done(null)
      },
    }),
  }
}
