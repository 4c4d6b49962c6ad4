import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutgoingFile } from '../../room/contract/exchange.ts'
import { desktop } from '../bridge/desktop.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import './save-file-button.css'

/** Writes a file where the person chooses, and says under which name it now lies there. */
export function SaveFileButton({
  file,
  primary = false,
  children,
}: {
  file: OutgoingFile
  primary?: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('exchange')
  const [savedAs, setSavedAs] = useState<string | null>(null)
  const { data: edition } = useQuery(() => desktop.edition(), [])
  const save = useCommand(() => desktop.saveFile(file.name, file.bytes))
  const ask = async () => {
    const saved = await save.run()
    if (saved !== null && saved.value !== null) setSavedAs(saved.value)
  }
  return (
    <>
      <div className="save-file">
        <Button
          type={primary ? 'primary' : 'default'}
          icon={<DownloadOutlined aria-hidden />}
          loading={save.running}
          onClick={ask}
        >
          {children}
        </Button>
        <span role="status" className="save-file-done">
          {savedAs !== null && edition !== null && t(`savedAs.${edition.kind}`, { name: savedAs })}
        </span>
      </div>
      <RefusalNotice refusal={save.refusal} />
    </>
  )
}
