import type { Language } from '../../casework/records/values.ts'
import { type PlainSurvey, questionsOf } from '../../instruments/plain-survey/plain-survey.ts'
import { writeCsv } from '../csv.ts'
import { type SheetCell, writeWorkbook } from '../workbook/write-workbook.ts'

/** A campaign over rooms, as it is written into a table. */
interface CampaignOverRooms {
  title: string
  survey: PlainSurvey
  rooms: number
  people: number
  questions: readonly {
    question: string
    counts: readonly { known: number; withheld: number }[]
  }[]
}

const words: Record<
  Language,
  { heads: string[]; sheet: string; about: (rooms: number, people: number) => string }
> = {
  'zh-CN': {
    heads: ['题号', '题目', '选项', '已知人数', '不予公布的咨询室'],
    sheet: '调查汇总',
    about: (rooms, people) =>
      `${rooms} 个咨询室，${people} 人回答。已知人数是各室公布的数之和，不予公布的没有补算。`,
  },
  en: {
    heads: ['No.', 'Question', 'Answer', 'People known', 'Rooms that withhold theirs'],
    sheet: 'Survey',
    about: (rooms, people) =>
      `${rooms} rooms, ${people} people. People known are the sums of what the rooms tell; nothing stands in for what is withheld.`,
  },
}

/** The sums of a campaign as a workbook, or as CSV that opens rightly in a spreadsheet. */
export async function campaignView(
  { title, survey, rooms, people, questions }: CampaignOverRooms,
  format: 'xlsx' | 'csv',
  language: Language,
): Promise<Uint8Array> {
  const tag = language === 'en' ? 'en' : 'zh-cn'
  const say = (text: { 'zh-cn'?: string; en?: string }) => text[tag] ?? text['zh-cn'] ?? text.en ?? ''
  const asked = questionsOf(survey)
  const { heads, sheet, about } = words[language]
  const rows = questions.flatMap(({ question: name, counts }) => {
    const question = asked.find((one) => one.name === name)
    if (question === undefined || question.type === 'comment') return []
    return question.choices.map(({ text }, at) => [
      name,
      say(question.title),
      say(text),
      counts[at]?.known ?? 0,
      counts[at]?.withheld ?? 0,
    ])
  })
  if (format === 'csv') return writeCsv([heads, ...rows])
  const bold = (text: string): SheetCell => ({ text, style: 'bold' })
  return writeWorkbook([
    {
      name: sheet,
      rows: [
        [{ text: title, style: 'title' }],
        [{ text: about(rooms, people), style: 'note' }],
        heads.map(bold),
        ...rows,
      ],
      widths: [8, 50, 30, 12, 24],
    },
  ])
}
