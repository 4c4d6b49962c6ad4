import dayjs from 'dayjs'
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '../../casework/records/values.ts'
import 'dayjs/locale/zh-cn.js'

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', { eager: true, import: 'default' })

const resources: Record<string, Record<string, Record<string, unknown>>> = {}
for (const [path, sentences] of Object.entries(files)) {
  const [, language = '', file = ''] = path.split('/')
  resources[language] = { ...resources[language], [file.replace('.json', '')]: sentences }
}

/** Chinese unless this machine speaks English. */
const startLanguage: Language = navigator.language.startsWith('en') ? 'en' : 'zh-CN'

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en')
})

/** Makes every sentence available before the first screen is drawn. */
export function setupLocale(): void {
  void i18next.use(initReactI18next).init({
    resources,
    lng: startLanguage,
    defaultNS: 'ui',
    initAsync: false,
    interpolation: { escapeValue: false },
  })
}

/** The language on screen, and how to change it. */
export function useLanguage(): [Language, (language: Language) => void] {
  const { i18n } = useTranslation()
  return [i18n.language === 'en' ? 'en' : 'zh-CN', (language) => void i18n.changeLanguage(language)]
}
