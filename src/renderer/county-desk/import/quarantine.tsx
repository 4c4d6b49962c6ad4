import { Alert, Button, Table } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuarantinedFile } from '../../../room/contract/county-import.ts'
import { usePeriodText } from '../../exchange/period-text.ts'
import { useRefusalText } from '../../refusals/refusal-text.ts'
import { room } from '../../room/room.ts'
import { useCommand } from '../../room/use-command.ts'
import { useFormatTime } from '../../ui/format-time.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { PutAway } from './put-away.tsx'
import { QuarantineWays } from './quarantine-ways.tsx'
import { canBeTriedAgain, isAlarming, wayOutOf } from './way-out.ts'

/** Files that were not taken in: why, what to do about each, and the ways out. */
export function Quarantine({
  files,
  onChanged,
}: {
  files: readonly QuarantinedFile[]
  onChanged: () => void
}) {
  const { t } = useTranslation('county-import')
  const refusalText = useRefusalText()
  const periodText = usePeriodText()
  const { dayTime } = useFormatTime()
  const title = useId()
  const [said, setSaid] = useState<string | null>(null)
  const [showsPutAway, setShowsPutAway] = useState(false)
  const again = useCommand((ids: string[]) => room.tryQuarantinedAgain(ids))
  const open = files.filter(({ out }) => out === null)
  const out = files.filter(({ out: how }) => how !== null)
  const retried = open.filter(({ code, isHere }) => isHere && canBeTriedAgain(code))
  const tryAgain = async (ids: string[]) => {
    setSaid(null)
    const tried = await again.run(ids)
    if (tried === null) return
    const count = tried.value.files.filter(({ outcome }) => outcome === 'new').length
    setSaid(count > 0 ? t('quarantine.taken', { count }) : t('quarantine.still'))
    onChanged()
  }
  const about = ({ name, unit, period, seq, at }: QuarantinedFile) => (
    <>
      <div className="county-file-name">{name}</div>
      <div className="county-quiet">
        {[
          unit?.name,
          period === null ? null : periodText(period),
          seq === null ? null : t('number', { seq }),
          dayTime(at),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </>
  )
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('quarantine.title')}
      </h2>
      {open.some(({ code }) => isAlarming(code)) && (
        <Alert type="error" showIcon title={t('quarantine.alarm')} />
      )}
      <RefusalNotice refusal={again.refusal} />
      <p role="status" className="county-unchanged">
        {said}
      </p>
      {open.length === 0 ? (
        <p className="county-quiet">{t('quarantine.none')}</p>
      ) : (
        <>
          <p>{t('quarantine.lead')}</p>
          {retried.length > 1 && (
            <div className="county-buttons">
              <Button loading={again.running} onClick={() => void tryAgain(retried.map(({ id }) => id))}>
                {t('quarantine.tryAll', { count: retried.length })}
              </Button>
            </div>
          )}
          <Table<QuarantinedFile>
            size="small"
            rowKey="id"
            dataSource={[...open]}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            columns={[
              { title: t('column.file'), width: '28%', render: (_, file) => about(file) },
              { title: t('column.reason'), render: (_, { code }) => refusalText({ code }) },
              {
                title: t('column.toDo'),
                width: '24%',
                render: (_, { code, unit }) => (
                  <>
                    {t(`wayOut.${wayOutOf(code)}`)}
                    {unit !== null && unit.contact !== '' && (
                      <div>{t('quarantine.contact', { name: unit.name, contact: unit.contact })}</div>
                    )}
                  </>
                ),
              },
              {
                title: t('column.ways'),
                width: 190,
                render: (_, file) => (
                  <QuarantineWays
                    file={file}
                    running={again.running}
                    onTryAgain={() => void tryAgain([file.id])}
                    onChanged={onChanged}
                  />
                ),
              },
            ]}
          />
        </>
      )}
      {out.length > 0 && (
        <div className="county-buttons">
          <Button aria-expanded={showsPutAway} onClick={() => setShowsPutAway(!showsPutAway)}>
            {t('putAway.list', { count: out.length })}
          </Button>
        </div>
      )}
      {showsPutAway && <PutAway files={out} about={about} />}
    </section>
  )
}
