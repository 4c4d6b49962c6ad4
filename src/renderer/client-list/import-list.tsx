import { Button, Steps } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { done, type Outcome, type Refusal } from '../../instruments/outcome.ts'
import type { ImportOnShow, ListOnShow } from '../../room/contract/client-list.ts'
import { desktop } from '../bridge/desktop.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { CheckList } from './check-list.tsx'
import { type Asked, ChooseColumns } from './choose-columns.tsx'
import { type Imported, ListTakenIn } from './list-taken-in.tsx'
import { ReadingRows } from './reading-rows.tsx'
import './client-list.css'

const maxBytes = 10_000_000

/** 导入名单: choose the file, say what its columns are, look at what would come of it, register everybody at once. */
export function ImportList() {
  const { t } = useTranslation('client-list')
  const [list, setList] = useState<ListOnShow | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [plan, setPlan] = useState<ImportOnShow | null>(null)
  /** Why the list has to be looked through once more. */
  const [outdated, setOutdated] = useState<Refusal | null>(null)
  const [imported, setImported] = useState<Imported | null>(null)
  useEffect(() => () => void room.closeClientList().catch(() => undefined), [])

  const open = useCommand(async (): Promise<Outcome<ListOnShow | null>> => {
    const chosen = await desktop.openFile(['xlsx', 'csv', 'txt'], maxBytes)
    if (!chosen.ok) return chosen
    return chosen.value === null ? done(null) : room.openClientList(chosen.value)
  })
  const check = useCommand((next: Asked) => room.planClientList(next))

  const choose = async () => {
    const opened = (await open.run())?.value ?? null
    if (opened === null) return
    setImported(null)
    setOutdated(null)
    setPlan(null)
    setAsked(null)
    setList(opened)
  }
  const look = async (next: Asked) => {
    setAsked(next)
    setPlan(null)
    setPlan((await check.run(next))?.value ?? null)
  }
  const step = imported !== null ? 3 : plan !== null ? 2 : list !== null ? 1 : 0

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button
          type={step === 0 ? 'primary' : 'default'}
          loading={open.running}
          onClick={() => void choose()}
        >
          {t(step === 0 ? 'choose' : 'chooseOther')}
        </Button>
      }
    >
      <Steps
        current={step}
        size="small"
        items={(['file', 'columns', 'check', 'done'] as const).map((one) => ({ title: t(`step.${one}`) }))}
      />
      <RefusalNotice refusal={open.refusal ?? check.refusal ?? outdated} />
      {step === 0 && (
        <section className="panel list-how">
          <h2 className="panel-title">{t('how.title')}</h2>
          <ul>
            {(['header', 'name', 'rest', 'idNumber', 'limit'] as const).map((line) => (
              <li key={line}>{t(`how.${line}`)}</li>
            ))}
          </ul>
        </section>
      )}
      {check.running && <ReadingRows />}
      {step === 1 && list !== null && !check.running && (
        <ChooseColumns list={list} before={asked} onChosen={(next) => void look(next)} />
      )}
      {step === 2 && plan !== null && asked !== null && (
        <CheckList
          plan={plan}
          onBack={() => setPlan(null)}
          onOutdated={(refusal) => {
            setOutdated(refusal)
            void look(asked)
          }}
          onImported={(taken) => {
            setOutdated(null)
            setImported({ ...taken, badRows: plan.bad })
            setList(null)
            setPlan(null)
          }}
        />
      )}
      {imported !== null && <ListTakenIn imported={imported} />}
    </Page>
  )
}
