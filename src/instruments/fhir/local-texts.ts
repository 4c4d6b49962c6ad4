import type { z } from 'zod'
import { shapeFaults } from '../fault.ts'
import { type localTextSchema, plainTextSchema } from '../local-text.ts'
import type { Language, Path, Reading } from './reading.ts'
import type { Element, Extension, Item } from './resource.ts'
import { urls } from './urls.ts'

export type LocalText = z.infer<typeof localTextSchema>

/** The language of FHIR's code for it; null for one no instrument is worded in. */
export const languageOf = (code: string): Language | null => {
  if (/^en(-|$)/i.test(code)) return 'en'
  return /^zh(-CN|-Hans(-CN)?)?$/i.test(code) ? 'zh-CN' : null
}

/** A text with its translations; null when there is none. What is not plain text refuses the whole resource. */
export const readText = (
  reading: Reading,
  path: Path,
  text: string | undefined,
  element?: Element,
): LocalText | null => {
  const read: LocalText = {}
  const add = (language: Language, wording: string) => {
    const parsed = plainTextSchema.safeParse(wording.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim())
    if (parsed.success) read[language] = parsed.data
    else
      for (const fault of shapeFaults(parsed.error))
        reading.faults.push({ ...fault, path: [...path, ...fault.path] })
  }
  if (text === undefined || text.trim() === '') return null
  add(reading.language, text)
  for (const { extension = [], url } of element?.extension ?? []) {
    if (url !== urls.translation) continue
    const code = extension.find((part) => part.url === 'lang')?.valueCode ?? ''
    const content = extension.find((part) => part.url === 'content')
    const wording = content?.valueString ?? content?.valueMarkdown
    const language = languageOf(code)
    if (language !== null && typeof wording === 'string') add(language, wording)
    else reading.leftOut.push({ code: 'FHIR_TRANSLATION', path, detail: { language: code } })
  }
  return read
}

/** Texts one under the other, in the languages in which there are all. */
export const joinedTexts = (texts: readonly LocalText[]): LocalText | null => {
  const joined: LocalText = {}
  for (const language of ['zh-CN', 'en'] as const) {
    const wordings = texts.flatMap((text) => text[language] ?? [])
    if (wordings.length > 0 && wordings.length === texts.length) joined[language] = wordings.join('\n')
  }
  return Object.keys(joined).length > 0 ? joined : null
}

/** The other wordings of a text, as the standard extension says them; null when there is one wording only. */
export const translationsOf = (text: LocalText, primary: Language): Element | null => {
  const extension = (['zh-CN', 'en'] as const).flatMap((language): Extension[] => {
    const content = text[language]
    if (language === primary || content === undefined) return []
    const parts: Extension[] = [
      { url: 'lang', valueCode: language },
      { url: 'content', valueString: content },
    ]
    return [{ url: urls.translation, extension: parts }]
  })
  return extension.length > 0 ? { extension } : null
}

/** The text of an item with its translations. */
export const itemText = (text: LocalText, primary: Language): Pick<Item, 'text' | '_text'> => {
  const element = translationsOf(text, primary)
  return { text: text[primary] ?? '', ...(element === null ? {} : { _text: element }) }
}
