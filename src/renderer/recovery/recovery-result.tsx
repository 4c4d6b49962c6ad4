import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Recovered } from '../../room/contract/recovery.ts'
import { Doorway } from '../ui/doorway.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import './recovery.css'

/** What a recovery brought back, and what to do next. */
export function RecoveryResult({ recovered, onDone }: { recovered: Recovered; onDone: () => void }) {
  const { t } = useTranslation('recovery')
  const { dayTime } = useFormatTime()
  const { rows, saves, whole } = recovered
  return (
    <Doorway title={t('result.title')} lead={t('result.lead', { rows, saves })} width="form">
      <section className="panel recovery">
        <p>{whole ? t('result.whole') : t('result.notWhole')}</p>
        <h2 className="panel-title">{t('next.title')}</h2>
        <ol>
          <li>{t('next.signIn')}</li>
          <li>{t('next.check')}</li>
          <li>{t('next.call')}</li>
        </ol>
        <p className="quiet">{t('result.at', { time: dayTime(new Date()) })}</p>
        <div className="step-buttons">
          <Button type="primary" size="large" onClick={onDone}>
            {t('result.open')}
          </Button>
          <Button size="large" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {t('result.print')}
          </Button>
        </div>
      </section>
    </Doorway>
  )
}
