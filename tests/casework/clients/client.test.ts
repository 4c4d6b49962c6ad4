import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { clientSchema } from '../../../src/casework/clients/client.ts'
import { clientEntry } from '../../../src/casework/clients/client-entry.ts'
import { possibleDuplicates } from '../../../src/casework/clients/duplicates.ts'
import { fileNumbersAfter } from '../../../src/casework/clients/file-number.ts'
import { findClients } from '../../../src/casework/clients/find-clients.ts'
import {
  checkTags,
  populationTagsSchema,
  readPopulationTags,
} from '../../../src/casework/clients/population-tags.ts'
import { calledName } from '../../../src/casework/clients/shown-name.ts'
import { clientOf, idOf, stored } from '../records.ts'

const shipped: unknown = JSON.parse(
  readFileSync(new URL('../../../resources/population-tags.json', import.meta.url), 'utf8'),
)

describe('a client', () => {
  const guardian = { name: '示例家长', relation: 'mother', phone: '000-0000-0009' } as const
  const restricted = { by: idOf(900), at: '2026-11-22T01:00:00.000Z', because: '示例：本人要求限制处理' }

  it('as registered by an earlier release is still read', () => {
    expect(clientSchema.safeParse(clientOf()).success).toBe(true)
  })
  it.each([
    ['an alias beside the name', { alias: '小安' }, true],
    ['an alias alone', { name: null, alias: '小安' }, true],
    ['neither', { name: null }, false],
    ['an empty alias', { alias: ' ' }, false],
    ['tags', { tags: ['student', 'leftBehindChild'] }, true],
    ['a tag twice', { tags: ['student', 'student'] }, false],
    ['a guardian', { guardian }, true],
    [
      'a guardian of whom only the name is known',
      { guardian: { ...guardian, relation: null, phone: null } },
      true,
    ],
    ['a guardian without a name', { guardian: { ...guardian, name: '' } }, false],
    ['a restriction', { restricted }, true],
    ['a restriction without a reason', { restricted: { ...restricted, because: '' } }, false],
    ['a field nobody knows', { idNumber: '0' }, false],
  ])('%s', (_, more, isRight) => {
    expect(clientSchema.safeParse({ ...clientOf(), ...more }).success).toBe(isRight)
  })
})

test('somebody is called by their name, or by an alias where no name is known', () => {
  expect(calledName(clientOf())).toBe('示例安宁')
  expect(calledName(clientOf({ name: null, alias: '小安' }))).toBe('小安')
})

describe('somebody with an alias', () => {
  const entries = [
    clientOf({ name: '示例安宁', alias: '小燕子', fileNumber: '2026-0001' }),
    clientOf({ name: null, alias: '阿福', fileNumber: '2026-0002', birthDate: null }),
    clientOf({ name: '燕例示', fileNumber: '2026-0003', birthDate: null }),
  ].map((client, index) => clientEntry(stored(index + 1, client)))
  const found = (query: string) => findClients(entries, query).map((id) => Number(`0x${id}`))

  it.each([
    ['小燕子', [1]],
    ['燕', [3, 1]],
    ['xiaoyanzi', [1]],
    ['xyz', [1]],
    ['slan', [1]],
    ['afu', [2]],
    ['阿福', [2]],
    ['0002', [2]],
    ['', [1, 2, 3]],
  ])('is found by %j', (query, ids) => {
    expect(found(query)).toEqual(ids)
  })

  it('is a possible duplicate by alias as by name', () => {
    const nobody = { name: null, birthDate: null, sex: null, phone: null }
    const alike = (draft: { name: string | null; alias?: string }) =>
      possibleDuplicates({ ...nobody, ...draft }, entries).map(({ name, because }) => [name, because])
    expect(alike({ name: '小燕子' })).toEqual([['示例安宁', ['name']]])
    expect(alike({ name: null, alias: '阿福' })).toEqual([['阿福', ['name']]])
    expect(alike({ name: '别人', alias: '示例安宁' })).toEqual([['示例安宁', ['name']]])
    expect(alike({ name: null, alias: '阿伏' })).toEqual([['阿福', ['pinyin']]])
    expect(alike({ name: null })).toEqual([])
  })
})

test('file numbers are given one after the other', () => {
  const numbers = fileNumbersAfter(['2026-0007', '2025-0100', 'other'], 2026)
  expect([numbers.next().value, numbers.next().value]).toEqual(['2026-0008', '2026-0009'])
})

describe('population tags', () => {
  const read = readPopulationTags(shipped)
  const tags = read.ok ? read.value.tags : []

  it('that came with the program can be read and carried', () => {
    expect(read.ok).toBe(true)
    const ids = tags.slice(0, 20).map(({ id }) => id)
    expect(clientSchema.safeParse(clientOf({ tags: ids })).success).toBe(true)
  })
  it('mean one group each, whatever it is called', () => {
    const names = tags.flatMap(({ label, alsoCalled }) => [label['zh-CN'], label.en, ...alsoCalled])
    expect(new Set(names).size).toBe(names.length)
  })
  it('call nobody dangerous, ill or abnormal', () => {
    const words = /危险|肇事|精神|异常|重点|稳控|刑|涉|吸毒|信访|风险|danger|risk|mental|abnormal/i
    expect(JSON.stringify(tags)).not.toMatch(words)
  })
  it('are renamed, added and retired, and never left out', () => {
    const shippedTags = { proposed: true, tags }
    const [first, ...others] = tags
    if (first === undefined) throw new Error('no tags')
    const own = { id: 'ownTag', label: { 'zh-CN': '示例', en: 'Example' }, alsoCalled: [] }
    const changed = { proposed: false, tags: [{ ...first, retired: true as const }, ...others, own] }
    expect(populationTagsSchema.safeParse(changed).success).toBe(true)
    expect(checkTags(shippedTags, changed)).toEqual({ ok: true, value: null })
    expect(checkTags(changed, shippedTags)).toEqual({
      ok: false,
      refusal: { code: 'TAG_GONE', at: 'ownTag' },
    })
  })
  it('are refused with the place of what is wrong', () => {
    expect(readPopulationTags({ proposed: true, tags: [] })).toEqual({
      ok: false,
      refusal: { code: 'POPULATION_TAGS_INVALID', at: 'tags' },
    })
  })
})
