import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceivedFile } from '../../room/contract/county-desk.ts'
import { usePeriodText } from '../exchange/period-text.ts'
import { SaveFileButton } from '../exchange/save-file-button.tsx'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** The files received from a room, to be saved once more for a room that lost them. */
export function GivePackagesBack({ unit, name }: { unit: string; name: string }) {
  const { t } = useTranslation('county-desk')
  const periodText = usePeriodText()
  const [packages, setPackages] = useState<ReceivedFile[] | null>(null)
  const look = useCommand(() => room.packagesOf(unit))
  const ask = async () => setPackages((await look.run())?.value.packages ?? null)
  return (
    <>
      <Button loading={look.running} aria-label={t('giveBack.of', { name })} onClick={() => void ask()}>
        {t('giveBack.ask')}
      </Button>
      <RefusalNotice refusal={look.refusal} />
      <Modal
        open={packages !== null}
        title={t('giveBack.title', { name })}
        footer={<Button onClick={() => setPackages(null)}>{t('giveBack.close')}</Button>}
        onCancel={() => setPackages(null)}
        destroyOnHidden
      >
        <p>{t(packages?.length === 0 ? 'giveBack.none' : 'giveBack.what')}</p>
        <div className="county-files">
          {packages?.map(({ period, seq, file }) => (
            <SaveFileButton key={seq + file.name} file={file}>
              {t('giveBack.save', { seq, period: periodText(period) })}
            </SaveFileButton>
          ))}
        </div>
      </Modal>
    </>
  )
}
