import type { Language } from '../../casework/records/values.ts'
import { monthsOf, periodKindOf } from '../../statistics/period.ts'
import type { PlannedTable } from '../../statistics/release-plan.ts'
import type { PackageView, TableView } from './package-view.ts'

type Text = Record<Language, string>

/** The words of the views that people read. */
export const words = {
  plan: { 'zh-CN': '统计方案', en: 'Release plan' },
  unit: { 'zh-CN': '报送单位', en: 'From unit' },
  county: { 'zh-CN': '接收单位', en: 'To county' },
  period: { 'zh-CN': '统计期', en: 'Period' },
  created: { 'zh-CN': '制表日期', en: 'Made on' },
  number: { 'zh-CN': '包序号', en: 'Package number' },
  fingerprint: { 'zh-CN': '包指纹（SHA-256）', en: 'Fingerprint of the package (SHA-256)' },
  withheldCells: { 'zh-CN': '不予公布的格数', en: 'Cells withheld' },
  late: { 'zh-CN': '迟报条数（已取整）', en: 'Late entries (rounded)' },
  demo: { 'zh-CN': '演示数据，人员均为虚构', en: 'Demonstration: invented persons' },
  isView: {
    'zh-CN': '本表由数据包生成，仅供阅读；报送以数据包为准。',
    en: 'A view of the package, for reading only; what counts is the package.',
  },
  table: { 'zh-CN': '表号', en: 'Table' },
  title: { 'zh-CN': '表名', en: 'Title' },
  counted: { 'zh-CN': '计数单位', en: 'Counted' },
  protection: { 'zh-CN': '保护方式', en: 'Protection' },
  row: { 'zh-CN': '行', en: 'Row' },
  detail: { 'zh-CN': '明细', en: 'detail' },
  total: { 'zh-CN': '合计', en: 'total' },
  totals: { 'zh-CN': '合计', en: 'Total' },
  cell: { 'zh-CN': '代码', en: 'Code' },
  count: { 'zh-CN': '数量', en: 'Count' },
  /** One mark for every cell that is withheld, whatever the reason. */
  withheld: { 'zh-CN': '不予公布', en: 'withheld' },
  about: { 'zh-CN': '说明', en: 'About' },
  data: { 'zh-CN': '数据', en: 'Data' },
  tables: { 'zh-CN': '统计表', en: 'Tables' },
} satisfies Record<string, Text>

const units: Record<PlannedTable['unit'], Text> = {
  person: { 'zh-CN': '人', en: 'persons' },
  session: { 'zh-CN': '咨询人次', en: 'sessions' },
  assessment: { 'zh-CN': '测评人次', en: 'assessments' },
  call: { 'zh-CN': '来电', en: 'calls' },
  activity: { 'zh-CN': '活动', en: 'activities' },
  event: { 'zh-CN': '件', en: 'events' },
  duty: { 'zh-CN': '职责', en: 'duties' },
}

/** What one count of the table is. */
export const unitWord = ({ planned }: TableView, language: Language): string => units[planned.unit][language]

/** How the table is kept safe, in a sentence. */
export function protectionWord({ planned, k }: TableView, language: Language): string {
  if (k !== null) {
    return language === 'en'
      ? `Fewer than ${k} persons, and what would give them away, is withheld`
      : `少于${k}人及可推算出的格不予公布`
  }
  if (planned.class === 'A') {
    return language === 'en'
      ? `Every cell rounded at random to a multiple of ${planned.base}`
      : `每格随机取整为${planned.base}的倍数`
  }
  return language === 'en' ? 'Exact; says nothing of clients' : '如实计数，不涉及来访者'
}

/** The period in words that a spreadsheet does not take for a date. */
function periodWord(period: string, language: Language): string {
  const year = period.slice(0, 4)
  if (periodKindOf(period) === 'quarter') {
    return language === 'en' ? `Quarter ${period}` : `${year}年第${period.slice(6)}季度`
  }
  return language === 'en' ? `Month ${period}` : `${year}年${Number(period.slice(5))}月`
}

/** First and last day of a period, `YYYY-MM-DD`. */
export function daysOf(period: string): { start: string; end: string } {
  const months = monthsOf(period)
  const last = months.at(-1) ?? period
  const [year = 0, month = 0] = last.split('-').map(Number)
  const end = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { start: `${months[0] ?? period}-01`, end: `${last}-${String(end).padStart(2, '0')}` }
}

/** What stands above the figures, line by line. */
export function headLines(view: PackageView, language: Language): [string, string | number][] {
  const lines: [keyof typeof words, string | number][] = [
    ['plan', `${view.plan.id} v${view.plan.version}`],
    ['unit', view.from.unit],
    ['county', view.to.unit],
    ['period', periodWord(view.period, language)],
    ['created', createdWord(view.created, language)],
    ['number', view.seq],
    ['fingerprint', view.sha256],
    ['withheldCells', view.protection.withheld],
    ['late', view.late],
  ]
  const told = lines.map(([word, value]): [string, string | number] => [words[word][language], value])
  const first: [string, string][] = [[words.isView[language], '']]
  return [...first, ...(view.demo ? [[words.demo[language], ''] as [string, string]] : []), ...told]
}

const createdWord = (day: string, language: Language): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return language === 'en' ? `Day ${day}` : `${year}年${Number(month)}月${Number(date)}日`
}
