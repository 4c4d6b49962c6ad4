import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { type BatteryDraft, BatteryForm } from './battery-form.tsx'
import { BatteryLine } from './battery-line.tsx'
import './batteries.css'

const blank: BatteryDraft = {
  id: null,
  revision: 0,
  name: '',
  instruments: [],
  everyWeeks: null,
  proposal: null,
}

/** 套餐: what is given together in one sitting. Everybody reads it; supervisors and administrators change it. */
export function BatteriesPage() {
  const { t } = useTranslation('programme')
  const [language] = useLanguage()
  const { me } = useSession()
  const { data, failed, again } = useQuery(() => room.batteries(), [])
  const [draft, setDraft] = useState<BatteryDraft | null>(null)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const retire = useCommand((id: string, revision: number, retired: boolean) =>
    room.retireBattery({ id, revision, retired }),
  )
  const mayEdit = me.roles.includes('supervisor') || me.roles.includes('administrator')
  const saved = () => {
    setDraft(null)
    setSavedAt(new Date())
    again()
  }
  const inUse = data?.batteries.filter(({ value }) => value.retired === null) ?? []
  const retired = data?.batteries.filter(({ value }) => value.retired !== null) ?? []

  return (
    <Page
      title={t('title')}
      lead={
        <>
          {t('lead')} <SavedAt at={savedAt} />
        </>
      }
      actions={
        mayEdit &&
        draft === null && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setDraft(blank)}>
            {t('new')}
          </Button>
        )
      }
    >
      <RefusalNotice refusal={failed ?? retire.refusal} />
      {data === null && failed === null && <Skeleton active />}
      {draft !== null && (
        <BatteryForm
          key={draft.id ?? draft.proposal ?? 'new'}
          draft={draft}
          onSaved={saved}
          onCancel={() => setDraft(null)}
        />
      )}
      {data !== null && (
        <section className="panel" aria-labelledby="batteries-in-use">
          <h2 className="panel-title" id="batteries-in-use">
            {t('inUse')}
          </h2>
          {inUse.length === 0 ? (
            <EmptyState title={t('empty.title')}>{t(mayEdit ? 'empty.text' : 'empty.ask')}</EmptyState>
          ) : (
            <ul className="battery-lines">
              {inUse.map(({ id, revision, value }) => (
                <BatteryLine key={id} {...value}>
                  {mayEdit && (
                    <>
                      <Button
                        aria-label={t('changeOne', { name: value.name })}
                        onClick={() => setDraft({ ...value, id, revision })}
                      >
                        {t('change')}
                      </Button>
                      <Button
                        aria-label={t('retireOne', { name: value.name })}
                        loading={retire.running}
                        onClick={() => void retire.run(id, revision, true).then((done) => done && saved())}
                      >
                        {t('retire')}
                      </Button>
                    </>
                  )}
                </BatteryLine>
              ))}
            </ul>
          )}
        </section>
      )}
      {data !== null && mayEdit && data.proposals.length > 0 && (
        <section className="panel" aria-labelledby="batteries-proposed">
          <h2 className="panel-title" id="batteries-proposed">
            {t('proposed')}
          </h2>
          <p className="quiet battery-note">{t('proposedMeans')}</p>
          <ul className="battery-lines">
            {data.proposals.map(({ id, name, about, instruments, everyWeeks }) => (
              <BatteryLine
                key={id}
                name={name[language]}
                about={about[language]}
                instruments={instruments}
                everyWeeks={everyWeeks}
              >
                <Button
                  aria-label={t('adoptOne', { name: name[language] })}
                  onClick={() =>
                    setDraft({ ...blank, name: name[language], instruments, everyWeeks, proposal: id })
                  }
                >
                  {t('adopt')}
                </Button>
              </BatteryLine>
            ))}
          </ul>
        </section>
      )}
      {retired.length > 0 && (
        <section className="panel" aria-labelledby="batteries-retired">
          <h2 className="panel-title" id="batteries-retired">
            {t('retired')}
          </h2>
          <ul className="battery-lines">
            {retired.map(({ id, revision, value }) => (
              <BatteryLine key={id} {...value}>
                {mayEdit && (
                  <Button
                    aria-label={t('takeBackOne', { name: value.name })}
                    onClick={() => void retire.run(id, revision, false).then((done) => done && saved())}
                  >
                    {t('takeBack')}
                  </Button>
                )}
              </BatteryLine>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}
