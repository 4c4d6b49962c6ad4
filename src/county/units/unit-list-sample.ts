import type { Language } from '../../casework/records/values.ts'
import { type Sheet, writeWorkbook } from '../../exchange/workbook/write-workbook.ts'
import type { ReportingDuty, UnitLevel } from './unit.ts'
import { type UnitField, unitFields, unitLists } from './unit-lists.ts'

const words: Record<
  Language,
  {
    file: string
    level: Record<UnitLevel, string>
    duty: Record<ReportingDuty, string>
    township: string
    rooms: readonly [string, string]
    contact: string
  }
> = {
  'zh-CN': {
    file: '单位名单',
    level: { city: '市', county: '县', township: '乡镇', room: '咨询室' },
    duty: { month: '每月', quarter: '每季', none: '不报' },
    township: '示例镇',
    rooms: ['示例镇心理咨询室', '示例镇第二心理咨询室'],
    contact: '示例联系人 0571-00000000',
  },
  en: {
    file: 'units',
    level: { city: 'city', county: 'county', township: 'township', room: 'room' },
    duty: { month: 'month', quarter: 'quarter', none: 'none' },
    township: 'Example Town',
    rooms: ['Example Town counselling room', 'Second counselling room of Example Town'],
    contact: 'Example contact 0571-00000000',
  },
}

/** A list to fill in: the columns as they are looked for, a township and two rooms as an example, none of them real. */
export async function unitListSample(
  county: string,
  year: string,
  language: Language,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { file, level, duty, township, rooms, contact } = words[language]
  const from = `${year}-01-01`
  const columns = unitFields.map((field) => nameOf(field, language))
  const [first, second] = rooms
  const sheet: Sheet = {
    name: file,
    isList: true,
    widths: [10, 14, 30, 14, 30, 12, 12, 12, 12],
    rows: [
      columns,
      [level.township, `${county}101`, township, county, '', duty.none, 45_000, from, null],
      [level.room, `${county}901`, first, `${county}101`, contact, duty.month, null, from, null],
      [level.room, `${county}902`, second, `${county}101`, contact, duty.quarter, null, from, null],
    ],
  }
  return { name: `${file}.xlsx`, bytes: await writeWorkbook([sheet]) }
}

/** The first name of a column in a language: Chinese ones come first. */
const nameOf = (field: UnitField, language: Language): string => {
  const names = unitLists.names[field]
  return (language === 'zh-CN' ? names[0] : names.find((name) => /^[a-z]/.test(name))) ?? field
}
