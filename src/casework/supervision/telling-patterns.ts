/** What tells who or where somebody is whoever it is; for text as `foldText` gives it. */

const digit = '[0-9零〇一二三四五六七八九幺两]'
const joint = '[\\-‐‑‒–—−_.·•/()]{0,3}'
const gap = '[\\s\\-‐‑‒–—−_.·•/()]{0,3}'

/**
 * Five digits in a row and more, in either script, seven where there are spaces between them, eleven whatever stands between them:
 * phones, identity papers, cards. Codes of letters and digits; number plates.
 */
export const numberPatterns = [
  new RegExp(`${digit}(?:${joint}${digit}){4,}`, 'gu'),
  new RegExp(`${digit}(?:${gap}${digit}){6,}(?:${gap}x(?![a-z]))?`, 'gu'),
  new RegExp(`${digit}(?:[\\s\\p{P}\\p{S}]{0,2}${digit}){10,}`, 'gu'),
  /\d{3,}(?:[,、;]\s*\d{3,})+/gu,
  /(?<![a-z\d])(?=[a-z\d]*[a-z])(?=(?:[a-z]*\d){4})[a-z\d]{5,}/gu,
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s*[a-z]\s*[·.]?\s*[a-z\d]{5,6}/gu,
]

export const contactPatterns = [
  /(?<![\w.+-])[\w.+-]+\s*@\s*[\w-]+(?:\.[\w-]+)*/gu,
  /(?:https?:\/\/|www\.)\S+/gu,
  /(?:微信|wechat|weixin|qq|v信|vx|抖音|快手|微博)\s*(?:号|账号|id)?\s*[:是为]?\s*[a-z\d][\w-]{3,}/gu,
]

const monthWord = '1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]'
const dayWord = '[0-3]?\\d|[一二三四五六七八九十廿卅]{1,3}'
const english = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'

/** Days, with or without their year. */
export const datePatterns = [
  // 2026-11-20, 2026/11/20, 2026.11.20, 2026年11月20日, 二〇二六年十一月二十日
  new RegExp(
    `(?<![\\d])(?<year>(?:19|20)\\d{2}|[一二][零〇一二三四五六七八九]{3})\\s*[-/.年]\\s*(?<month>${monthWord})\\s*[-/.月]\\s*(?:${dayWord})(?!\\d)\\s*[日号]?`,
    'gu',
  ),
  // 20261120
  /(?<!\d)(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/gu,
  // 11月20日, 十一月二十号, 腊月二十三
  new RegExp(`(?:${monthWord}|腊|正)\\s*月\\s*初?(?:${dayWord})\\s*[日号]?`, 'gu'),
  /(?<!\d)(?:[12]\d|3[01]|[1-9])\s*[日号](?![楼栋室院线门房])/gu,
  // 20 Nov 2026, November 20th, 2026
  new RegExp(
    `(?<![\\w])\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month>${english})[a-z]*\\.?,?(?:\\s+(?<year>(?:19|20)\\d{2}))?`,
    'gu',
  ),
  new RegExp(
    `(?<![a-z])(?<month>${english})[a-z]*\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?![\\d])(?:,?\\s+(?<year>(?:19|20)\\d{2}))?`,
    'gu',
  ),
  // 20/11/2026, 11/20
  /(?<!\d)\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:19|20)\d{2}(?!\d)/gu,
  /(?<![\d/.-])(?:1[0-2]|0?[1-9])\/(?:[12]\d|3[01]|0?[1-9])(?![\d/])/gu,
]

const chineseDigits = '〇一二三四五六七八九'
const digitOf = (letter: string): string => {
  const at = letter === '零' ? 0 : chineseDigits.indexOf(letter)
  return at < 0 ? letter : String(at)
}
const monthOf = (word: string): number => {
  const named = english.split('|').indexOf(word) + 1
  if (named > 0) return named
  if (!word.startsWith('十')) return Number(digitOf(word))
  return 10 + (word.length > 1 ? Number(digitOf(word.slice(1))) : 0)
}

/** The month (`YYYY-MM`) of a date that says its year; null for any other. */
export const monthOfDate = (groups: Record<string, string | undefined> | undefined): string | null => {
  const [year, month] = [groups?.year, groups?.month]
  if (year === undefined || month === undefined) return null
  return `${[...year].map(digitOf).join('')}-${String(monthOf(month)).padStart(2, '0')}`
}

const bigPlaces =
  '自治区|自治州|县|镇|乡|村|屯|街道|社区|小区|新村|花园|大道|胡同|寨|庄|小学|中学|学校|大学|学院|幼儿园|医院|卫生院|卫生室|诊所|工厂|公司|饭店|超市|派出所|养老院|福利院'
const smallPlaces = '省|市|路|街|巷|弄|组'
const han = '\\p{Script=Han}'
const inName = `(?:(?![在到去从往于和与跟都也就是])${han})`

/** Places by how they end: after a word that leads to one, or at least two characters long; and doors and floors. */
export const placePatterns = [
  new RegExp(`(?<=^|[^${han}]|[在到去从住往于的是回离])${inName}{1,6}?(?:${bigPlaces}|${smallPlaces})`, 'gu'),
  new RegExp(`${inName}{2}(?:${bigPlaces})`, 'gu'),
  /(?:\d+|[一二三四五六七八九十百]+)\s*(?:号楼|号院|号|栋|幢|单元|室|弄)/gu,
]

/** What only looks like a place: no place has this name. */
export const isNoPlace = (found: string): boolean =>
  /^(?:(?:我|你|他|她|它)们?|这|那|本|该|全|各|上|下|中|同|哪|每|一|几|半|走|回|心|思|出|乡|外|大|小|网|分|不)?(?:个|条|所|家|些)?(?:省|市|县|镇|乡|村|路|街|组|社区|小区|学校|小学|中学|大学|医院|公司|超市)$/u.test(
    found,
  )
