import { GlobalOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Language } from '../../casework/values.ts'
import { useLanguage } from '../locale/locale.ts'

// Each language is offered in its own words.
const other = {
  'zh-CN': { language: 'en', name: 'English' },
  en: { language: 'zh-CN', name: '中文' },
} as const

/** Changes to the other language. */
export function LanguageSwitch({ onChange }: { onChange?: (language: Language) => void }) {
  const [language, setLanguage] = useLanguage()
  const { language: next, name } = other[language]
  const change = () => {
    setLanguage(next)
    onChange?.(next)
  }
  return (
    <Button type="text" lang={next} icon={<GlobalOutlined aria-hidden />} onClick={change}>
      {name}
    </Button>
  )
}
