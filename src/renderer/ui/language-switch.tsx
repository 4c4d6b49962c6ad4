import { GlobalOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useLanguage } from '../locale/locale.ts'

// Each language is offered in its own words.
const other = {
  'zh-CN': { language: 'en', name: 'English' },
  en: { language: 'zh-CN', name: '中文' },
} as const

/** Changes to the other language. */
export function LanguageSwitch() {
  const [language, setLanguage] = useLanguage()
  const { language: next, name } = other[language]
  return (
    <Button type="text" lang={next} icon={<GlobalOutlined aria-hidden />} onClick={() => setLanguage(next)}>
      {name}
    </Button>
  )
}
