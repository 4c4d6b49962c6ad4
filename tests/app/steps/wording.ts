import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createInstance, type TFunction } from 'i18next'

/** The sentences on the screens in this language; a name without its namespace is one of `app`. */
export function wordingIn(language: 'zh-CN' | 'en'): TFunction {
  const folder = fileURLToPath(new URL(`../../../src/renderer/locale/${language}`, import.meta.url))
  const sentences = globSync(`${folder}/*.json`).map((file) => [
    basename(file, '.json'),
    JSON.parse(readFileSync(file, 'utf8')),
  ])
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    resources: { [language]: Object.fromEntries(sentences) },
    defaultNS: 'app',
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return i18n.t
}
