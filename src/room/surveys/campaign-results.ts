import type { Language } from '../../casework/records/values.ts'
import { type Campaign, campaignKind } from '../../casework/surveys/campaign.ts'
import {
  type CrossTab,
  crossTab,
  fewest,
  isClosed,
  isCrossable,
  responseCounts,
} from '../../casework/surveys/response-counts.ts'
import { type SurveyResponse, surveyResponseKind } from '../../casework/surveys/survey-response.ts'
import { writeCsv } from '../../exchange/csv.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { questionsOf } from '../../instruments/plain-survey/plain-survey.ts'
import { today } from '../clock.ts'
import type { OutgoingFile } from '../contract/exchange.ts'
import type { CampaignResults } from '../contract/surveys.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'

/** People a table has to be made of before it is crossed with another question or leaves this machine. */
const enough = 10

/** A campaign and what was answered in it. Rejects with NO_KEY for a role that does not read responses, and NOT_FOUND. */
const readCampaign = async (
  { vault, get, list }: Session,
  id: string,
): Promise<{ campaign: Campaign; responses: SurveyResponse[] }> => {
  if (!vault.opens('statistics')) throw new RoomError('NO_KEY')
  const { value: campaign } = await get(campaignKind, id)
  const { records } = await list(surveyResponseKind)
  return {
    campaign,
    responses: records.map(({ value }) => value).filter((response) => response.campaign === id),
  }
}

export const resultsOf = async (session: Session, id: string): Promise<CampaignResults> => {
  const { campaign, responses } = await readCampaign(session, id)
  const held = campaign.closedAt === null ? 'RUNNING' : responses.length < fewest ? 'TOO_FEW' : null
  if (held !== null) return { held, responses: responses.length }
  const answers = responses.map((response) => response.answers)
  const days = responses.map(({ day }) => day).toSorted()
  const questions = questionsOf(campaign.survey)
  return {
    held,
    responses: responses.length,
    days: { first: days[0] ?? '', last: days.at(-1) ?? '' },
    counts: questions.filter(isClosed).map((question) => responseCounts(question, answers)),
    written: questions
      .filter((question) => !isClosed(question))
      .map(({ name }) => ({
        question: name,
        texts: shuffled(answers.flatMap(({ [name]: text }) => (typeof text === 'string' ? [text] : []))),
      })),
  }
}

/** In an order that says nothing: two questions' texts cannot be matched by their places. */
const shuffled = (texts: readonly string[]): string[] =>
  texts
    .map((text) => ({ text, place: crypto.getRandomValues(new Uint32Array(2)).join() }))
    .toSorted((a, b) => a.place.localeCompare(b.place))
    .map(({ text }) => text)

/** Refused while a campaign runs or when too few answered. */
const countable = async (session: Session, id: string) => {
  const { campaign, responses } = await readCampaign(session, id)
  if (campaign.closedAt === null) return refused('CAMPAIGN_RUNNING')
  if (responses.length < enough) return refused('TOO_FEW_RESPONSES', { detail: { enough } })
  return done({ campaign, answers: responses.map((response) => response.answers) })
}

export const crossTabulated = async (
  session: Session,
  { id, question: name, by: other }: { id: string; question: string; by: string },
): Promise<Outcome<CrossTab>> => {
  const read = await countable(session, id)
  if (!read.ok) return read
  const crossable = questionsOf(read.value.campaign.survey).filter(isCrossable)
  const question = crossable.find((one) => one.name === name)
  const by = crossable.find((one) => one.name === other)
  if (!question || by?.type !== 'radiogroup' || by === question)
    return refused('UNKNOWN_QUESTION', { at: other })
  const crossed = crossTab(question, by, read.value.answers)
  return crossed.answered < enough ? refused('TOO_FEW_RESPONSES', { detail: { enough } }) : done(crossed)
}

const heads: Record<Language, string[]> = {
  'zh-CN': ['题号', '题目', '选项', '人数', '答了这题的人数'],
  en: ['No.', 'Question', 'Answer', 'People', 'People who answered the question'],
}

export const countsFile = async (
  session: Session,
  { id, language }: { id: string; language: Language },
): Promise<Outcome<OutgoingFile>> => {
  const read = await countable(session, id)
  if (!read.ok) return read
  const { campaign, answers } = read.value
  const tag = language === 'en' ? 'en' : 'zh-cn'
  const say = (text: { 'zh-cn'?: string; en?: string }) => text[tag] ?? text['zh-cn'] ?? text.en ?? ''
  const rows = questionsOf(campaign.survey)
    .filter(isClosed)
    .flatMap((question) => {
      const { answered, counts } = responseCounts(question, answers)
      return counts.map(({ count }, index) => [
        question.name,
        say(question.title),
        say(question.choices[index]?.text ?? {}),
        count,
        answered,
      ])
    })
  const bytes = writeCsv([heads[language], ...rows])
  return done({ name: `survey-counts-${today()}.csv`, bytes })
}
