import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutgoingFile } from '../../room/contract/exchange.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SaveFileButton } from './save-file-button.tsx'

/** Draws this unit a new signing key and gives the file by which the others learn of it. */
export function ChangeMyKey({ onChanged }: { onChanged: () => void }) {
  const { t } = useTranslation('exchange')
  const [file, setFile] = useState<OutgoingFile | null>(null)
  const change = useCommand(() => room.changeMyKey())
  const now = async () => {
    const changed = await change.run()
    if (changed === null) return
    setFile(changed.value.file)
    onChanged()
  }
  return (
    <>
      <RefusalNotice refusal={change.refusal} />
      {file === null ? (
        <Popconfirm
          title={t('keyChange.title')}
          description={t('keyChange.means')}
          okText={t('keyChange.now')}
          cancelText={t('keyChange.keep')}
          onConfirm={() => void now()}
        >
          <Button loading={change.running}>{t('keyChange.ask')}</Button>
        </Popconfirm>
      ) : (
        <>
          <p role="status">{t('keyChange.changed')}</p>
          <SaveFileButton file={file} primary>
            {t('keyChange.save')}
          </SaveFileButton>
        </>
      )}
    </>
  )
}
