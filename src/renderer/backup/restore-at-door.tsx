import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Doorway } from '../ui/doorway.tsx'
import { RestoreSteps } from './restore-steps.tsx'
import './backup.css'

/** Bringing records back where nobody is signed in: on a new computer, or where the records here cannot be worked with. */
export function RestoreAtDoor({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  const { t } = useTranslation('backup')
  return (
    <Doorway title={t('restore.title')} lead={t('restore.leadAtDoor')} width="form">
      <RestoreSteps onSwitched={onDone} onKept={onBack} />
      <Button type="text" onClick={onBack}>
        {t('restore.leave')}
      </Button>
    </Doorway>
  )
}
