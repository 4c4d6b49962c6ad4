import { FolderOpenOutlined } from '@ant-design/icons'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSourceFile } from '../../room/contract/backup.ts'
import { desktop } from '../bridge/desktop.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { useBytesText } from '../ui/bytes-text.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { backupFileOf } from './open-backup.ts'

const mostShown = 10

/** Which backup: one of those on this computer, or a file. */
export function ChooseBackup({
  disabled,
  onChoose,
}: {
  disabled: boolean
  onChoose: (source: BackupSourceFile, name: string) => void
}) {
  const { t } = useTranslation('backup')
  const { dateTime } = useFormatTime()
  const bytes = useBytesText()
  const { data } = useQuery(() => room.backupsHere(), [])
  const [chosen, setChosen] = useState<string | null>(null)
  const pick = useCommand(() => backupFileOf(desktop))

  const chooseFile = async () => {
    const file = (await pick.run())?.value ?? null
    if (file === null) return
    setChosen(null)
    onChoose({ file }, file.name)
  }
  const chooseHere = (name: string) => {
    setChosen(name)
    onChoose({ name }, name)
  }

  return (
    <section className="panel backup-panel" aria-labelledby="restore-choose">
      <h2 className="panel-title" id="restore-choose">
        {t('restore.choose')}
      </h2>
      {data !== null && data.length > 0 && (
        <Radio.Group
          className="backup-choices"
          aria-labelledby="restore-choose"
          value={chosen}
          disabled={disabled}
          onChange={({ target }) => chooseHere(String(target.value))}
        >
          {data.slice(0, mostShown).map(({ name, createdAt, size }) => (
            <Radio key={name} value={name}>
              {t('restore.here', { when: dateTime(createdAt), size: bytes(size) })}
            </Radio>
          ))}
        </Radio.Group>
      )}
      {data !== null && data.length === 0 && <p className="quiet">{t('restore.noneHere')}</p>}
      <Button icon={<FolderOpenOutlined aria-hidden />} disabled={disabled} onClick={() => void chooseFile()}>
        {t('restore.file')}
      </Button>
      <RefusalNotice refusal={pick.refusal} />
    </section>
  )
}
