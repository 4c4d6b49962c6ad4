import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Written } from './row-cells.ts'

const longest = 100
// Control and direction characters, half characters, and what stands for a lost one.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\ufffd]/u
const nobody = /^(合计|总计|小计|共计|累计|总数|total|sum)[:：]?$/i

/** A name without the spaces that lists fill up short Chinese ones with. */
export function readName(cell: Written): Outcome<string> {
  if (cell.kind !== 'text') return refused('NOT_TEXT')
  const name = cell.text.replace(/(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu, '').replace(/[^\S\n\r]+/g, ' ')
  if (unseen.test(name)) return refused('TEXT_DAMAGED')
  if (name.length > longest) return refused('TEXT_TOO_LONG')
  return nobody.test(name) ? refused('NAME_OF_NOBODY') : done(name)
}
