import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readFollowUpIntervals } from '../casework/follow-ups/follow-up-intervals.ts'
import { readCallCompetences } from '../casework/hotline/call-competences.ts'
import { readCallForms } from '../casework/hotline/call-forms.ts'
import { readCallResponseRules } from '../casework/hotline/call-response-rules.ts'
import { readPrivacyRules } from '../casework/privacy/privacy-rules.ts'
import { readQuestionnaires } from '../host/read-questionnaires.ts'
import type { Outcome } from '../instruments/outcome.ts'
import { createRandom } from '../simulation/random.ts'
import type { RoomSetting } from '../simulation/simulated-room.ts'
import { type ReleasePlan, readReleasePlan } from '../statistics/release-plan.ts'
import { readRuleSet } from '../tiering/rule-set.ts'

/** Something that comes with the program and is not as it has to be; `message` says what. */
class ShippedFileError extends Error {
  readonly code = 'SHIPPED_FILE_INVALID'
  override readonly name = 'ShippedFileError'
}

const root = new URL('../../', import.meta.url)

/** What a simulated room works with, all as it comes with the program, and the plan it is counted by. Throws `ShippedFileError`. */
export async function readSimulationSetting(
  seed: string,
): Promise<{ setting: RoomSetting; plan: ReleasePlan }> {
  const { available } = await readQuestionnaires(fileURLToPath(new URL('questionnaires', root)))
  const random = createRandom(`${seed}/staff`)
  const setting: RoomSetting = {
    instruments: available.map(({ instrument }) => instrument),
    rules: await shipped('tier-rules', readRuleSet),
    counsellors: [random.hex(32), random.hex(32)],
    hotlineWorkers: [random.hex(32)],
    callRules: {
      forms: await shipped('call-forms', readCallForms),
      response: await shipped('call-response-rules', readCallResponseRules),
      competences: await shipped('call-competences', readCallCompetences),
      crisis: (await shipped('follow-up-intervals', readFollowUpIntervals)).crisis,
      disclosures: (await shipped('privacy-rules', readPrivacyRules)).disclosures,
    },
  }
  return { setting, plan: await readShippedPlan() }
}

/** The release plan that comes with the program. */
export const readShippedPlan = async (): Promise<ReleasePlan> => readReleasePlan(await json('release-plan'))

const json = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`resources/${name}.json`, root), 'utf8'))

const shipped = async <T>(name: string, read: (content: unknown) => Outcome<T, unknown>): Promise<T> => {
  const outcome = read(await json(name))
  if (!outcome.ok) throw new ShippedFileError(`${name}: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}
