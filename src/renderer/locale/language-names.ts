import type { Language } from '../../casework/records/values.ts'

/** Each language is offered in its own words. */
export const languageNames: Record<Language, string> = { 'zh-CN': '中文', en: 'English' }
