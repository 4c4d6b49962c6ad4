import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SetUp } from '../../room/contract/access.ts'
import { Doorway } from '../ui/doorway.tsx'

/** It stands: what comes next, and the way in. */
export function SetUpDone({
  kind,
  halves,
  onOpen,
}: {
  kind: SetUp['kind']
  halves: boolean
  onOpen: () => void
}) {
  const { t } = useTranslation('access')
  return (
    <Doorway title={t(`done.${kind}Title`)} lead={t('done.lead')}>
      <ol className="panel next-steps">
        <li>{t(halves ? 'done.sheetHalves' : 'done.sheet')}</li>
        <li>{t(`done.${kind}First`)}</li>
        <li>{t(`done.${kind}Second`)}</li>
      </ol>
      <Button type="primary" size="large" autoFocus onClick={onOpen}>
        {t('done.open')}
      </Button>
    </Doorway>
  )
}
