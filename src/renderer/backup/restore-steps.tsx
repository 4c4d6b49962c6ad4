import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  BackupFacts,
  BackupSourceFile,
  RestoreComparison,
  RestoreSecret,
} from '../../room/contract/backup.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { Doorway } from '../ui/doorway.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ChooseBackup } from './choose-backup.tsx'
import { CompareRestored } from './compare-restored.tsx'
import { OpenBackup } from './open-backup-form.tsx'
import { ProgressLine } from './progress-line.tsx'

interface Chosen {
  source: BackupSourceFile
  name: string
  facts: BackupFacts
}

/** Choose a backup, open it, see what it would change, and say which records to go on with. */
export function RestoreSteps({
  signedIn = false,
  onSwitched,
  onKept,
}: {
  signedIn?: boolean
  onSwitched: () => void
  onKept: () => void
}) {
  const { t } = useTranslation('backup')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [comparison, setComparison] = useState<RestoreComparison | null>(null)
  /** The backup on show was tried; what was said of another one before is no longer of use. */
  const [tried, setTried] = useState(false)
  const [switched, setSwitched] = useState(false)
  const inspect = useCommand(room.inspectBackup)
  const prepare = useCommand(room.prepareRestore)
  const goOn = useCommand(room.switchToRestored)
  const discard = useCommand(room.discardRestored)

  const choose = async (source: BackupSourceFile, name: string) => {
    setTried(false)
    const read = await inspect.run(source)
    setChosen(read === null ? null : { source, name, facts: read.value })
  }
  const open = async (secret: RestoreSecret) => {
    if (chosen === null) return
    setTried(true)
    const prepared = await prepare.run(chosen.source, secret)
    if (prepared !== null) setComparison(prepared.value)
  }
  const putBack = async () => {
    if ((await goOn.run()) !== null) setSwitched(true)
  }
  const keep = async () => {
    if ((await discard.run()) !== null) onKept()
  }

  const refusal = tried ? prepare.refusal : null
  const nowWhat = t(comparison?.living === true ? 'restore.doneKept' : 'restore.doneNew')

  // Whoever was signed in no longer is: nothing of what stands around this can be used.
  if (switched && signedIn)
    return (
      <div className="backup-switched">
        <Doorway title={t('restore.done')} lead={nowWhat}>
          <Button type="primary" size="large" autoFocus onClick={onSwitched}>
            {t('restore.signIn')}
          </Button>
        </Doorway>
      </div>
    )
  if (switched)
    return (
      <section className="panel">
        <Alert role="status" type="success" showIcon title={t('restore.done')} description={nowWhat} />
        <div className="backup-ways">
          <Button type="primary" onClick={onSwitched}>
            {t('restore.signIn')}
          </Button>
        </div>
      </section>
    )
  if (comparison !== null)
    return (
      <CompareRestored
        comparison={comparison}
        running={goOn.running || discard.running}
        refusal={goOn.refusal ?? discard.refusal}
        onSwitch={() => void putBack()}
        onKeep={() => void keep()}
      />
    )
  return (
    <>
      <ChooseBackup
        disabled={prepare.running || inspect.running}
        onChoose={(source, name) => void choose(source, name)}
      />
      <RefusalNotice refusal={inspect.refusal} />
      {chosen !== null && (
        <OpenBackup
          name={chosen.name}
          facts={chosen.facts}
          signedIn={signedIn}
          running={prepare.running || inspect.running}
          onOpen={(secret) => void open(secret)}
        >
          <ProgressLine doing={prepare.running ? t('restore.running') : null} />
          <RefusalNotice refusal={refusal} />
          {refusal?.code === 'DAMAGED_BACKUP' && /^\d+$/.test(refusal.at ?? '') && (
            <p className="quiet">{t('restore.damagedAfter', { at: refusal.at })}</p>
          )}
        </OpenBackup>
      )}
    </>
  )
}
