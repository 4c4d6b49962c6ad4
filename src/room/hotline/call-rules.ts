import competences from '../../../resources/call-competences.json'
import forms from '../../../resources/call-forms.json'
import guide from '../../../resources/call-guide.json'
import response from '../../../resources/call-response-rules.json'
import { readCallCompetences } from '../../casework/hotline/call-competences.ts'
import { readCallForms } from '../../casework/hotline/call-forms.ts'
import { type CallGuide, readCallGuide } from '../../casework/hotline/call-guide.ts'
import { readCallResponseRules } from '../../casework/hotline/call-response-rules.ts'
import type { CallRules } from '../../casework/hotline/call-rules.ts'
import type { RulesInForce } from '../../casework/unit/room-rules.ts'
import { proposedRules, roomRules, shipped } from '../rules-in-force.ts'
import type { Session } from '../session.ts'

const fromProgram = {
  forms: shipped(readCallForms(forms)),
  response: shipped(readCallResponseRules(response)),
  competences: shipped(readCallCompetences(competences)),
}

/** The words beside the form of a call. */
export const callGuide: CallGuide = shipped(readCallGuide(guide))

const callRulesOf = ({ followUps, privacy }: RulesInForce): CallRules => ({
  ...fromProgram,
  crisis: followUps.crisis,
  disclosures: privacy.disclosures,
})

/** By what calls are taken as long as a room has made no rules its own. */
export const shippedCallRules: CallRules = callRulesOf(proposedRules)

/** By what calls are taken in this room now. */
export const callRules = async (session: Pick<Session, 'list' | 'vault'>): Promise<CallRules> =>
  callRulesOf(await roomRules(session))
