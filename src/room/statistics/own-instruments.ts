import { libraryOf } from '../library/room-library.ts'
import { shippedQuestionnaires } from '../library/shipped-questionnaires.ts'
import type { Session } from '../session.ts'
import type { CodeLabel } from './code-labels.ts'

const shipped = new Set(shippedQuestionnaires.available.map(({ instrument }) => instrument.id))

/** What instruments that this room signed in itself are called, by their ids; in the other language where one is missing. */
export const ownInstruments = async (session: Session): Promise<Map<string, CodeLabel>> => {
  const { given } = await libraryOf(session)
  return new Map(
    [...given].flatMap(([id, { questionnaire }]): [string, CodeLabel][] => {
      if (shipped.has(id)) return []
      const { 'zh-CN': chinese, en: english } = questionnaire.instrument.title
      return [[id, { 'zh-CN': chinese ?? english ?? id, en: english ?? chinese ?? id }]]
    }),
  )
}
