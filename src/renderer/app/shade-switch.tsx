import { MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useShade } from './shade.ts'

/** Changes between the bright and the dark screen. */
export function ShadeSwitch() {
  const { t } = useTranslation('app')
  const [shade, setShade] = useShade()
  const dark = shade === 'dark'
  return (
    <Button
      type="text"
      aria-label={t('shade.dark')}
      aria-pressed={dark}
      title={t(dark ? 'shade.toLight' : 'shade.toDark')}
      icon={dark ? <SunOutlined aria-hidden /> : <MoonOutlined aria-hidden />}
      onClick={() => setShade(dark ? 'light' : 'dark')}
    />
  )
}
