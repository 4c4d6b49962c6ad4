import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../room/use-command.ts'
import { hideName, showName, useShownName } from './shown-names.ts'

/** Shows what a client is called, and hides it again; the file number says whose name it is. */
export function NameEye({ clientId, fileNumber }: { clientId: string; fileNumber: string }) {
  const { t } = useTranslation('clients')
  const name = useShownName(clientId)
  const show = useCommand(() => showName(clientId))
  return (
    <Button
      type="text"
      size="small"
      loading={show.running}
      icon={name === null ? <EyeOutlined aria-hidden /> : <EyeInvisibleOutlined aria-hidden />}
      aria-label={t(name === null ? 'header.showName' : 'header.hideName', { fileNumber })}
      onClick={(event) => {
        event.stopPropagation()
        if (name === null) void show.run()
        else hideName(clientId)
      }}
    />
  )
}
