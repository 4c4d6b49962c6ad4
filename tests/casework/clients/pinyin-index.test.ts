import { describe, expect, it } from 'vitest'
import { folded, readingsOf } from '../../../src/casework/clients/pinyin-index.ts'

const fullOf = (name: string) => readingsOf(name).map(({ full }) => full)

describe('readings of a name', () => {
  it('gives syllables, where they begin, and initials', () => {
    expect(readingsOf('示例春燕')).toEqual([{ full: 'shilichunyan', starts: [0, 3, 5, 9], initials: 'slcy' }])
  })

  it.each([
    ['单示例', 'shanshili', 'danshili'],
    ['仇示例', 'qiushili', 'choushili'],
    ['解示例', 'xieshili', 'jieshili'],
    ['曾示例', 'zengshili', 'cengshili'],
    ['尉迟示例', 'yuchishili', 'weichishili'],
    ['万俟示例', 'moqishili', 'wansishili'],
  ])('reads %s as a surname first, and the other way too', (name, asSurname, otherwise) => {
    const readings = fullOf(name)
    expect(readings[0]).toBe(asSurname)
    expect(readings).toContain(otherwise)
  })

  it('knows surnames that are read two ways', () => {
    expect(fullOf('覃示例')).toEqual(expect.arrayContaining(['qinshili', 'tanshili']))
  })

  it('writes ü as v', () => {
    expect(fullOf('吕示例')[0]).toBe('lvshili')
  })

  it('takes Latin words as they are, dots and spaces apart', () => {
    expect(readingsOf('Example Anna')[0]).toEqual({ full: 'exampleanna', starts: [0, 7], initials: 'ea' })
    expect(readingsOf('阿依·示例')[0]).toMatchObject({ full: 'ayishili', initials: 'aysl' })
  })

  it.each(['', '·', '㐀', '𠮷', '😀', '‮abc'])('does not stumble over %j', (name) => {
    for (const { full, starts } of readingsOf(name)) {
      expect(starts.every((start) => start >= 0 && start <= full.length)).toBe(true)
    }
  })
})

it.each([
  ['ＡＢＣ', 'abc'],
  ['Lü', 'lv'],
  ["xi'an", 'xian'],
  ['阿依 · 示例', '阿依示例'],
  ['2026-0007', '20260007'],
])('compares %j as %j', (text, compared) => {
  expect(folded(text)).toBe(compared)
})
