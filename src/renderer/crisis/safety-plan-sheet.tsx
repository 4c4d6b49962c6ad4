import { Button, Checkbox, Skeleton } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { SafetyPlan } from '../../casework/crisis/safety-plan.ts'
import type { Stored } from '../../casework/records/record.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { PrintOfClient } from '../clients/print-of-client.tsx'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { A4Sheet } from '../ui/a4-sheet.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { PlanSteps } from './plan-steps.tsx'
import { useFittingSize } from './use-fitting-size.ts'
import { usePlans } from './use-plans.ts'
import './safety-plan.css'

/** One version of the plan on one page for the client, in large print if wanted. */
export function SafetyPlanSheetPage() {
  const { planId } = useParams()
  const { file } = useClientOnShow()
  const { data, failed } = usePlans(file)
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const plan = data.plans.find(({ id }) => id === planId)
  if (plan === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  return <SafetyPlanSheet plan={plan} />
}

const usualSize = 17
const largeSize = 24

function SafetyPlanSheet({ plan }: { plan: Stored<SafetyPlan> }) {
  const { t, i18n } = useTranslation('crisis')
  const { day } = useFormatTime()
  const { file, again } = useClientOnShow()
  const [large, setLarge] = useState(false)
  const [numbered, setNumbered] = useState(true)
  const sheet = useRef<HTMLDivElement>(null)
  const content = `${plan.id} ${numbered} ${i18n.language}`
  const { size, fits } = useFittingSize(sheet, large ? largeSize : usualSize, content)
  const { id, revision, value } = plan
  const give = useCommand(() => room.giveSafetyPlan({ id, revision }))
  return (
    <Page
      title={t('sheet.title')}
      actions={
        <>
          <Checkbox checked={large} onChange={({ target }) => setLarge(target.checked)}>
            {t('sheet.large')}
          </Checkbox>
          <Checkbox checked={numbered} onChange={({ target }) => setNumbered(target.checked)}>
            {t('sheet.withFileNumber')}
          </Checkbox>
          <PrintOfClient clientId={file.client.id} what="safetyPlan" />
          {value.givenToClient ? (
            <span role="status">{t('sheet.given')}</span>
          ) : (
            <Button loading={give.running} onClick={() => void give.run().then((given) => given && again())}>
              {t('sheet.give')}
            </Button>
          )}
          <Link to={`/clients/${file.client.id}/safety-plan`}>{t('sheet.back')}</Link>
        </>
      }
    >
      <RefusalNotice refusal={give.refusal} />
      {!fits && <p role="status">{t('sheet.tooLong')}</p>}
      <A4Sheet label={t('sheet.title')}>
        <div ref={sheet} className={`plan-sheet plan-sheet-${size}`}>
          <h2>{t('sheet.title')}</h2>
          <p>{t('sheet.lead')}</p>
          <PlanSteps plan={value} heading="h3" onPaper />
          <p className="plan-hotlines">{t('sheet.hotlines')}</p>
          <p className="a4-sheet-small">
            {numbered
              ? t('sheet.foot', {
                  fileNumber: file.client.value.fileNumber,
                  version: value.version,
                  day: day(value.madeAt),
                })
              : day(value.madeAt)}
          </p>
        </div>
      </A4Sheet>
    </Page>
  )
}
