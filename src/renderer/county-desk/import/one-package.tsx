import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenFile } from '../../../bridge/desktop-api.ts'
import type { PackageOnShow } from '../../../room/contract/county-import.ts'
import { usePeriodText } from '../../exchange/period-text.ts'
import { room } from '../../room/room.ts'
import { useCommand } from '../../room/use-command.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SaveReceipt } from '../save-statement.tsx'
import { PackageFacts } from './package-facts.tsx'

/** One package that passed every check: see what it says, accept it. */
export function OnePackage({
  file,
  says,
  onTaken,
  onClose,
}: {
  file: ChosenFile
  says: PackageOnShow
  onTaken: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('county-desk')
  const periodText = usePeriodText()
  const [taken, setTaken] = useState<PackageOnShow | null>(null)
  const take = useCommand(() => room.importPackage(file))
  const accept = async () => {
    setTaken((await take.run())?.value ?? null)
    onTaken()
  }
  if (taken !== null)
    return (
      <Alert
        role="status"
        type="success"
        showIcon
        title={t('import.taken', { name: taken.from.name, period: periodText(taken.period) })}
        action={<SaveReceipt unit={taken.from.code} name={taken.from.name} />}
      />
    )
  return (
    <>
      <RefusalNotice refusal={take.refusal} />
      {take.refusal !== null && <p className="county-unchanged">{t('import.unchanged')}</p>}
      <PackageFacts says={says}>
        <Button onClick={onClose}>{t(says.known ? 'import.close' : 'import.notNow')}</Button>
        {!says.known && (
          <Button type="primary" loading={take.running} onClick={() => void accept()}>
            {t('import.take')}
          </Button>
        )}
      </PackageFacts>
    </>
  )
}
