import type { Language } from '../../casework/records/values.ts'
import { type Campaign, campaignKind } from '../../casework/surveys/campaign.ts'
import { surveyResponseKind } from '../../casework/surveys/survey-response.ts'
import { sha256Hex } from '../../exchange/sha256.ts'
import { readPlainSurvey } from '../../instruments/plain-survey/read-plain-survey.ts'
import { simulateResponses } from '../../simulation/simulate-responses.ts'
import { dayOf } from '../../tiering/calendar.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { now } from '../clock.ts'
import { RoomError } from '../room-error.ts'
import { exampleSurvey } from '../surveys/read-source.ts'

const oneDay = 24 * 60 * 60 * 1000
const daysBefore = (days: number): string => new Date(Date.parse(now()) - days * oneDay).toISOString()

const words: Record<Language, { over: string; running: string; remarks: string[] }> = {
  'zh-CN': {
    over: '春季村居心情调查（示例）',
    running: '秋季村居心情调查（示例）',
    remarks: [
      '示例：希望多办些老人的活动。',
      '示例：讲座可以放在晚上。',
      '示例：孩子放假没有地方去。',
      '示例：村里挺好的。',
      '示例：想知道咨询室几点开门。',
    ],
  },
  en: {
    over: 'Village mood in spring (example)',
    running: 'Village mood in autumn (example)',
    remarks: [
      'Example: more to do for old people, please.',
      'Example: talks could be in the evening.',
      'Example: the children have nowhere to go in the holidays.',
      'Example: life is good here.',
      'Example: when is the counselling room open?',
    ],
  },
}

/** What the demonstration has asked the village: one campaign that is over, and one that runs. */
export const demoSurveys = async (vault: OpenVault, language: Language): Promise<Change[]> => {
  const read = readPlainSurvey(exampleSurvey.name, exampleSurvey.text)
  if (!read.ok) throw new RoomError(read.refusal[0]?.code ?? 'SURVEY_NOT_ACCEPTED')
  const { survey } = read.value
  const { over, running, remarks } = words[language]
  const put = (kind: Change['kind'], value: unknown, id = vault.drawId()): Change => ({
    kind,
    id,
    expectedRevision: 0,
    value,
  })
  const campaign: Omit<Campaign, 'title' | 'openedAt' | 'closedAt' | 'closedBy'> = {
    survey,
    surveySha256: await sha256Hex(JSON.stringify(survey)),
    modes: ['kiosk', 'interview'],
    openedBy: vault.staff.id,
  }
  const answered = (id: string, people: number, from: number, days: number) =>
    simulateResponses(survey, { seed: `anxin-demo-survey-${people}`, people, remarks }).map(
      (answers, index) =>
        put(surveyResponseKind, {
          campaign: id,
          day: dayOf(daysBefore(from - (index % days))),
          answers,
        }),
    )
  const [first, second] = [vault.drawId(), vault.drawId()]
  const ended = { openedAt: daysBefore(190), closedAt: daysBefore(170), closedBy: vault.staff.id }
  const begun = { openedAt: daysBefore(6), closedAt: null, closedBy: null }
  return [
    put(campaignKind, { ...campaign, ...ended, title: over }, first),
    put(campaignKind, { ...campaign, ...begun, title: running }, second),
    ...answered(first, 128, 189, 18),
    ...answered(second, 23, 5, 5),
  ]
}
