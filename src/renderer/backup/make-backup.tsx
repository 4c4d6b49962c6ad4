import { SaveOutlined, UsbOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { BackupStanding } from '../../room/contract/backup.ts'
import { desktop } from '../bridge/desktop.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { canChooseFolder, chooseFolder, mayWriteTo } from './choose-folder.ts'
import { ProgressLine } from './progress-line.tsx'

/** The ways to make a backup. */
export function MakeBackup({ onChange }: { onChange: () => void }) {
  const { t } = useTranslation('backup')
  const remembered = useQuery(() => room.chosenBackupFolder(), [])
  const [saved, setSaved] = useState<string | null>(null)
  const here = useCommand(room.backUp)
  const into = useCommand(
    async (known: FileSystemDirectoryHandle | null): Promise<Outcome<string | null>> => {
      const chosen = known === null ? await chooseFolder() : done(known)
      if (!chosen.ok || chosen.value === null) return chosen.ok ? done(null) : chosen
      if (known !== null && !(await mayWriteTo(known))) return refused('FOLDER_UNREACHABLE')
      const made: Outcome<BackupStanding> = await room.backUpInto(chosen.value)
      return made.ok ? done(chosen.value.name) : made
    },
  )
  const asFile = useCommand(async (): Promise<Outcome<string | null>> => {
    const made = await room.backUpAsFile()
    if (!made.ok) return made
    const written = await desktop.saveFile(made.value.name, made.value.bytes)
    if (!written.ok) return written
    if (written.value === null) await room.noteBackupGone(made.value.id)
    return done(written.value)
  })
  const ways = [here, into, asFile]
  const busy = ways.some(({ running }) => running)
  const refusal = ways.find((way) => way.refusal !== null)?.refusal ?? null

  const make = async (
    work: () => Promise<{ value: unknown } | null>,
    said: (value: unknown) => string | null,
  ) => {
    setSaved(null)
    const made = await work()
    if (made !== null) setSaved(said(made.value))
    remembered.again()
    onChange()
  }
  const toFolder = (known: FileSystemDirectoryHandle | null) =>
    void make(
      () => into.run(known),
      (folder) => (folder === null ? null : t('made.folder', { folder })),
    )
  const folder = remembered.data

  return (
    <section className="panel backup-panel" aria-labelledby="backup-make">
      <h2 className="panel-title" id="backup-make">
        {t('make.title')}
      </h2>
      <p className="quiet">{t('make.text')}</p>
      <div className="backup-ways">
        <Button
          type="primary"
          icon={<SaveOutlined aria-hidden />}
          disabled={busy}
          onClick={() => void make(here.run, () => t('made.computer'))}
        >
          {t('make.here')}
        </Button>
        {canChooseFolder() && folder !== null && (
          <Button icon={<UsbOutlined aria-hidden />} disabled={busy} onClick={() => toFolder(folder)}>
            {t('make.again', { folder: folder.name })}
          </Button>
        )}
        {canChooseFolder() && (
          <Button
            {...(folder === null ? { icon: <UsbOutlined aria-hidden /> } : {})}
            disabled={busy}
            onClick={() => toFolder(null)}
          >
            {t(folder === null ? 'make.folder' : 'make.otherFolder')}
          </Button>
        )}
        <Button
          disabled={busy}
          onClick={() => void make(asFile.run, (name) => (name === null ? null : t('made.file', { name })))}
        >
          {t('make.file')}
        </Button>
      </div>
      <ProgressLine doing={busy ? t('make.running') : null} />
      <RefusalNotice refusal={refusal} />
      {saved !== null && <Alert role="status" type="success" showIcon title={saved} />}
    </section>
  )
}
