import { expect, it } from 'vitest'
import shipped from '../../../resources/consent-texts.json'
import { consentPurposes, consentReaders } from '../../../src/casework/consents/consent.ts'
import {
  consentParts,
  consentText,
  readConsentTexts,
  stillCovers,
} from '../../../src/casework/consents/consent-texts.ts'
import { codeOf, given } from '../../support/outcome.ts'

const texts = given(readConsentTexts(shipped))
const languages = ['zh-CN', 'en'] as const
const room = { unit: '示例心理咨询室', contact: '示例负责人 000-0000' }
const asked = { version: texts.current, purpose: 'assessment', reader: 'client', language: 'zh-CN' } as const

it.each(consentPurposes)(
  'of %s tell client and guardian all that has to be told, in both languages',
  (purpose) => {
    for (const reader of consentReaders)
      for (const language of languages) {
        const text = consentText(texts, { ...asked, purpose, reader, language }, room)
        expect(text).not.toBeNull()
        const said = text?.parts.map(({ about }) => about) ?? []
        const needed = consentParts.filter((part) => part !== 'child' || reader === 'guardian')
        expect(needed.filter((part) => !said.includes(part))).toEqual([])
        expect(said.includes('child')).toBe(reader === 'guardian')
        const words = [text?.title, ...(text?.parts ?? []).map((part) => part.text)].join('\n')
        expect(words).toContain(room.unit)
        expect(words).toContain(room.contact)
        expect(words).not.toMatch(/[{}]/)
      }
  },
)

it('speak to guardians in other words than to clients', () => {
  for (const purpose of consentPurposes) {
    const [client, guardian] = consentReaders.map((reader) =>
      consentText(texts, { ...asked, purpose, reader }, room),
    )
    expect(client?.title).not.toBe(guardian?.title)
    for (const [at, { about, text }] of (client?.parts ?? []).entries())
      if (['what', 'free', 'rights'].includes(about)) expect(guardian?.parts[at]?.text).not.toBe(text)
  }
})

it('keep every version that was ever read', () => {
  const first = consentText(texts, { ...asked, version: '2026-1' }, room)
  expect(first?.parts.map(({ about }) => about)).toEqual(['what', 'why', 'who', 'exceptions', 'free'])
  expect(first?.parts[0]?.text).toBe(
    '示例心理咨询室想请您回答一些问卷，了解您近来的感受和生活情况。您的回答和由此得出的分数会记入您的档案。这些属于敏感个人信息。',
  )
  expect(consentText(texts, { ...asked, version: '2026-1', reader: 'guardian' }, room)).toEqual(first)
  expect(consentText(texts, { ...asked, version: '2026-1', purpose: 'videoRecording' }, room)).toBeNull()
  expect(consentText(texts, { ...asked, version: '1999-1' }, room)).toBeNull()
})

it('say where to ask in a room that has not entered how it is reached', () => {
  const text = consentText(texts, asked, { unit: '示例室', contact: null })
  expect(text?.parts.at(-1)?.text).toContain(texts.contactUnknown['zh-CN'])
})

it('still cover older consents unless more is asked for since', () => {
  expect(stillCovers(texts, '2026-1')).toBe(true)
  expect(stillCovers(texts, '2026-2')).toBe(true)
  expect(stillCovers(texts, '1999-1')).toBe(false)
  const more = {
    ...texts,
    versions: texts.versions.map((one) => ({ ...one, agreeAnew: one.version === '2026-2' })),
  }
  expect(stillCovers(more, '2026-1')).toBe(false)
  expect(stillCovers(more, '2026-2')).toBe(true)
})

it.each([
  ['an unknown current version', { ...shipped, current: '9' }],
  ['a version twice', { ...shipped, versions: [...shipped.versions, ...shipped.versions] }],
  [
    'a placeholder nobody fills',
    {
      ...shipped,
      versions: [
        {
          ...shipped.versions[0],
          closing: [{ reader: 'client', parts: [{ about: 'who', text: { 'zh-CN': '{who}', en: 'x' } }] }],
        },
      ],
    },
  ],
  ['markup', { ...shipped, contactUnknown: { 'zh-CN': '<b>门口</b>', en: 'door' } }],
])('are refused with %s', (_, content) => {
  expect(codeOf(readConsentTexts(content))).toBe('CONSENT_TEXTS_INVALID')
})
