import { GlobalOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Language } from '../../casework/records/values.ts'
import { languageNames } from '../locale/language-names.ts'
import { useLanguage } from '../locale/locale.ts'

const other = { 'zh-CN': 'en', en: 'zh-CN' } as const

/** Changes to the other language. */
export function LanguageSwitch({ onChange }: { onChange?: (language: Language) => void }) {
  const [language, setLanguage] = useLanguage()
  const next = other[language]
  const change = () => {
    setLanguage(next)
    onChange?.(next)
  }
  return (
    <Button type="text" lang={next} icon={<GlobalOutlined aria-hidden />} onClick={change}>
      {languageNames[next]}
    </Button>
  )
}
