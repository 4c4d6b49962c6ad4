import { Alert, Button, Popconfirm, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { CallerOnShow } from '../../room/contract/callers.ts'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { AliasForm } from './alias-form.tsx'
import { CallerPlanPanel } from './caller-plan-panel.tsx'
import { CallsTable } from './calls-table.tsx'
import { PatternLine } from './pattern-line.tsx'
import './callers.css'

/** One caller: their calls on one line and one by one, how the hotline answers them, and what they are called. */
export function CallerPage() {
  const { callerId = '' } = useParams()
  const { data, failed, again } = useQuery(() => answered(room.openCaller(callerId)), [callerId])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  return data === null ? <Skeleton active /> : <OneCaller on={data} onChanged={again} />
}

function OneCaller({ on, onChanged }: { on: CallerOnShow; onChanged: () => void }) {
  const { t } = useTranslation('callers')
  const { day } = useFormatTime()
  const navigate = useNavigate()
  const [renaming, setRenaming] = useState(false)
  const { id, revision, value } = on.caller
  const forget = useCommand(() => room.forgetCaller({ id, revision }))
  const forgetNow = async () => {
    if ((await forget.run()) !== null) await navigate('/hotline/callers')
  }
  return (
    <Page
      title={value.alias}
      lead={t('caller.since', { day: day(value.agreedAt), name: on.staffNames[value.recordedBy] ?? '' })}
      actions={<Link to="/hotline/callers">{t('caller.back')}</Link>}
    >
      <section className="panel" aria-labelledby="caller-calls">
        <h2 className="panel-title" id="caller-calls">
          {t('caller.calls')}
        </h2>
        {on.pattern === null ? (
          <p className="quiet">{t('pattern.none')}</p>
        ) : (
          <PatternLine pattern={on.pattern} />
        )}
        <CallsTable lines={on.lines} staffNames={on.staffNames} nothing={t('pattern.none')} />
      </section>
      {on.frequentSince !== null && on.plan === null && (
        <Alert type="info" showIcon title={t('plan.wanted', { day: day(on.frequentSince) })} />
      )}
      <CallerPlanPanel on={on} onChanged={onChanged} />
      <section className="panel" aria-labelledby="caller-known">
        <h2 className="panel-title" id="caller-known">
          {t('known.title')}
        </h2>
        {renaming ? (
          <AliasForm
            caller={on.caller}
            onSaved={() => {
              setRenaming(false)
              onChanged()
            }}
            onLeft={() => setRenaming(false)}
          />
        ) : (
          <>
            <p>{t(value.word === '' ? 'known.withoutWord' : 'known.withWord', { word: value.word })}</p>
            <div className="caller-deeds">
              <Button onClick={() => setRenaming(true)}>{t('known.change')}</Button>
              <Popconfirm
                title={t('known.forgetTitle')}
                description={t('known.forgetMeans')}
                okText={t('known.forgetNow')}
                cancelText={t('known.keep')}
                onConfirm={() => void forgetNow()}
              >
                <Button loading={forget.running}>{t('known.forget')}</Button>
              </Popconfirm>
            </div>
          </>
        )}
        <RefusalNotice refusal={forget.refusal} />
      </section>
    </Page>
  )
}
