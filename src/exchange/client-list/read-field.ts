import { type GuardianRelation, guardianRelations } from '../../casework/clients/guardian.ts'
import type { PopulationTag } from '../../casework/clients/population-tags.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Written } from '../lists/row-cells.ts'

const longestPhone = 40
/** Nothing is written like a date but a date. */
const textOf = (cell: Written): string => (cell.kind === 'date' ? '' : cell.text)

/** A phone number, or several; digits, and the signs and words between them. */
export function readPhone(cell: Written): Outcome<string> {
  if (cell.kind === 'date') return refused('PHONE_UNCLEAR')
  const phone = cell.text
    .normalize('NFKC')
    .replace(/^['’`]/, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (/^[+-]?\d+(\.\d+)?e[+-]?\d+$/i.test(phone)) return refused('PHONE_DIGITS_LOST')
  if (cell.kind === 'number' && (!/^\d+$/.test(phone) || !Number.isSafeInteger(Number(phone))))
    return refused('PHONE_UNCLEAR')
  if (phone.length > longestPhone) return refused('TEXT_TOO_LONG')
  const isPhone = /^[\d+\-()/、,;.*# 转分机ext]+$/i.test(phone) && phone.replace(/\D/g, '').length >= 3
  return isPhone ? done(phone) : refused('PHONE_UNCLEAR')
}

const sexes: Record<'female' | 'male' | 'unknown', readonly string[]> = {
  // The digits are those of GB/T 2261.1.
  female: ['女', '女性', '女生', 'f', 'female', '2'],
  male: ['男', '男性', '男生', 'm', 'male', '1'],
  unknown: ['未知', '不详', '未说明', '未填', '保密', '其他', 'unknown', 'other', '-', '/', '0', '9'],
}

export function readSex(cell: Written): Outcome<'female' | 'male' | null> {
  const written = textOf(cell).normalize('NFKC').toLowerCase()
  if (sexes.female.includes(written)) return done('female')
  if (sexes.male.includes(written)) return done('male')
  return sexes.unknown.includes(written) ? done(null) : refused('SEX_UNCLEAR')
}

/** A township by its code, or by that of a village in it (12 digits), or by a name the room knows. */
export function readTownship(cell: Written, townships: ReadonlyMap<string, string>): Outcome<string> {
  const written = textOf(cell).normalize('NFKC').replace(/\s/g, '')
  const code = /^(\d{9})(\d{3})?$/.exec(written)?.[1] ?? townships.get(written)
  return code === undefined ? refused('TOWNSHIP_UNKNOWN') : done(code)
}

/** Population tags by their names in either language, or what else they are called. */
export function readTags(cell: Written, tags: readonly PopulationTag[]): Outcome<string[]> {
  const written = textOf(cell)
    .normalize('NFKC')
    .split(/[、,;/|\n]+/)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '')
  const found = new Set<string>()
  for (const name of written) {
    const tag = tags.find(({ id, label, alsoCalled }) =>
      [id, label['zh-CN'], label.en, ...alsoCalled].some((called) => called.toLowerCase() === name),
    )
    if (!tag) return refused('TAG_UNKNOWN')
    found.add(tag.id)
  }
  if (found.size === 0) return refused('TAG_UNKNOWN')
  return found.size > 20 ? refused('TOO_MANY_TAGS') : done([...found])
}

const relationNames: Record<GuardianRelation, readonly string[]> = {
  mother: ['母亲', '妈妈', '母', '母子', '母女', 'mother', 'mom', 'mum'],
  father: ['父亲', '爸爸', '父', '父子', '父女', 'father', 'dad'],
  grandparent: [
    ...['祖父', '祖母', '外祖父', '外祖母', '爷爷', '奶奶', '外公', '外婆', '姥姥', '姥爷', '祖孙'],
    ...['grandparent', 'grandmother', 'grandfather'],
  ],
  sibling: ['哥哥', '姐姐', '兄', '姐', '兄弟', '姐妹', '兄妹', '姐弟', 'sibling', 'brother', 'sister'],
  other: [
    '其他',
    '其他亲属',
    '亲属',
    '叔叔',
    '伯父',
    '姑姑',
    '舅舅',
    '姨妈',
    '居委会',
    '村委会',
    '民政部门',
    'other',
    'relative',
  ],
}

export function readRelation(cell: Written): Outcome<GuardianRelation> {
  const written = textOf(cell).normalize('NFKC').trim().toLowerCase()
  const relation = guardianRelations.find((one) => relationNames[one].includes(written))
  return relation === undefined ? refused('RELATION_UNCLEAR') : done(relation)
}
