import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'
import { refusalOf } from '../room/answered.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** Stands in for a page that broke, inside the frame, so that the others stay within reach. */
export function PageProblem() {
  const { t } = useTranslation('app')
  const problem = useRouteError()
  return (
    <Page title={t('problem.title')} lead={t('problem.lead')}>
      <RefusalNotice
        refusal={refusalOf(problem)}
        action={<Button onClick={() => window.location.reload()}>{t('problem.reload')}</Button>}
      />
    </Page>
  )
}
