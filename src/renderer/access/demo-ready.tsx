import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Doorway } from '../ui/doorway.tsx'

/** The demonstration is there; its passphrase is needed after each lock. */
export function DemoReady({ passphrase, onOpen }: { passphrase: string; onOpen: () => void }) {
  const { t } = useTranslation('access')
  return (
    <Doorway title={t('demoReady.title')} lead={t('demoReady.lead')}>
      <section className="panel" aria-labelledby="demo-passphrase">
        <h2 className="panel-title" id="demo-passphrase">
          {t('demoReady.passphrase')}
        </h2>
        <p className="demo-passphrase">{passphrase}</p>
        <p className="quiet">{t('demoReady.passphraseText')}</p>
      </section>
      <Button type="primary" size="large" onClick={onOpen} autoFocus>
        {t('demoReady.open')}
      </Button>
    </Doorway>
  )
}
