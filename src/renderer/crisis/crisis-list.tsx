import { Button, Form, Input, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { useEpisodes } from './use-episodes.ts'
import './crisis-page.css'

/** Every crisis episode of one client, and the way to begin one for what was seen or heard. */
export function CrisisList() {
  const { t } = useTranslation('crisis')
  const { dayTime } = useFormatTime()
  const { file } = useClientOnShow()
  const { data, failed } = useEpisodes(file)
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const { episodes, unreadable } = data
  const isOpen = episodes.some(({ standing }) => standing.state !== 'closed')
  return (
    <Page title={t('list.title')} lead={t('list.lead')} width="form">
      {unreadable > 0 && <p role="status">{t('unreadable', { count: unreadable })}</p>}
      <section className="panel" aria-label={t('list.title')}>
        {episodes.length === 0 ? (
          <EmptyState title={t('list.empty.title')}>{t('list.empty.text')}</EmptyState>
        ) : (
          <ul className="crisis-lines">
            {episodes.map(({ episode: { id, value }, standing: { state } }) => {
              const closed = value.steps.find(({ kind }) => kind === 'closed')
              return (
                <li key={id} className="crisis-line">
                  <span>
                    <strong>{t('list.since', { at: dayTime(value.openedAt) })}</strong>{' '}
                    <span className={`crisis-mark crisis-mark-${state === 'closed' ? 'done' : 'missed'}`}>
                      {t(state === 'closed' ? 'list.closed' : 'list.open')}
                    </span>
                    {closed !== undefined && (
                      <span className="quiet">{t('list.closedAt', { at: dayTime(closed.at) })}</span>
                    )}
                  </span>
                  <Link to={`/clients/${file.client.id}/crisis/${id}`}>{t('list.see')}</Link>
                </li>
              )
            })}
          </ul>
        )}
      </section>
      {!isOpen && <BeginForm clientId={file.client.id} />}
    </Page>
  )
}

function BeginForm({ clientId }: { clientId: string }) {
  const { t } = useTranslation('crisis')
  const navigate = useNavigate()
  const { again } = useClientOnShow()
  const [form] = Form.useForm<{ note: string }>()
  const kept = useDraft(draftName('newCrisis', clientId), form)
  const begin = useCommand((note: string) => room.openCrisis({ clientId, from: { kind: 'observed', note } }))
  const save = async ({ note }: { note: string }) => {
    const begun = await begin.run(note)
    if (begun === null) return
    await kept.forget()
    again()
    await navigate(`/clients/${clientId}/crisis/${begun.value.id}`)
  }
  return (
    <section className="panel" aria-labelledby="crisis-begin">
      <h2 className="panel-title" id="crisis-begin">
        {t('list.begin')}
      </h2>
      <p className="quiet">{t('list.beginHint')}</p>
      <Form<{ note: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        onValuesChange={kept.changed}
        onFinish={(fields) => void save(fields)}
      >
        <DraftNotice draft={kept} />
        <Form.Item
          name="note"
          label={t('list.note')}
          rules={[{ required: true, whitespace: true, min: 5, message: t('list.noteNeeded') }]}
        >
          <Input.TextArea rows={3} maxLength={20_000} />
        </Form.Item>
        <FormActions refusal={begin.refusal}>
          <Button type="primary" htmlType="submit" loading={begin.running}>
            {t('list.submit')}
          </Button>
        </FormActions>
      </Form>
    </section>
  )
}
