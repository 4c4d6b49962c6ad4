import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOnTrial } from '../../../room/contract/library.ts'
import { useSession } from '../../room/session.tsx'

/** The last step: who signs, and what signing means. */
export function SignIn({
  trial,
  running,
  onSign,
  onBack,
}: {
  trial: ImportOnTrial
  running: boolean
  onSign: () => void
  /** Back to what was filled in, where something was. */
  onBack?: () => void
}) {
  const { t } = useTranslation('catalogue')
  const { me } = useSession()
  const [read, setRead] = useState(false)
  return (
    <section className="panel import-sign">
      <h2 className="panel-title">{t('sign.title')}</h2>
      <p>{t('sign.who', { name: me.name })}</p>
      <ul>
        <li>{t(`sign.means.${trial.kind}`)}</li>
        <li>{t('sign.earlier')}</li>
        <li>{t('sign.record')}</li>
      </ul>
      <p>
        <Checkbox checked={read} onChange={({ target }) => setRead(target.checked)}>
          {t('sign.read')}
        </Checkbox>
      </p>
      <div className="import-buttons">
        <Button type="primary" disabled={!read} loading={running} onClick={onSign}>
          {t('sign.sign')}
        </Button>
        {onBack !== undefined && <Button onClick={onBack}>{t('sign.back')}</Button>}
      </div>
    </section>
  )
}
