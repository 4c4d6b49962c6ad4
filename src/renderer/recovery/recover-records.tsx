import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Phase } from '../../room/contract/access.ts'
import { Doorway } from '../ui/doorway.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import type { RecoveryInHand } from './use-recovery.ts'
import './recovery.css'

/** What happened to the records, what will be done about it, and the one button that does it. */
export function RecoverRecords({
  standing: { loss, copiedSaves },
  recovery,
  onBackup,
}: {
  standing: Extract<Phase, { phase: 'recovery' }>
  recovery: RecoveryInHand
  /** The other way, when this one brought too little back. */
  onBackup: () => void
}) {
  const { t } = useTranslation('recovery')
  return (
    <Doorway title={t('title')} lead={t(`loss.${loss}`)} width="form">
      <section className="panel recovery">
        <p className="recovery-copy">
          {copiedSaves > 0 ? t('copy.there', { saves: copiedSaves }) : t('copy.none')}
        </p>
        <h2 className="panel-title">{t('plan.title')}</h2>
        <ol>
          <li>{copiedSaves > 0 ? t('plan.rebuild') : t('plan.gather')}</li>
          <li>{t('plan.keep')}</li>
          <li>{t('plan.nothingDeleted')}</li>
        </ol>
        <RefusalNotice refusal={recovery.refusal} />
        <Button
          type="primary"
          size="large"
          className="recovery-button"
          loading={recovery.running}
          onClick={() => void recovery.begin()}
        >
          {t('begin')}
        </Button>
        <p role="status">{recovery.running && t('running')}</p>
      </section>
      <p className="quiet recovery-help">{t('help')}</p>
      <Button type="link" disabled={recovery.running} onClick={onBackup}>
        {t('fromBackup')}
      </Button>
    </Doorway>
  )
}
