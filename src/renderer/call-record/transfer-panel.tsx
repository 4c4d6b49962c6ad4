import { Button, Form, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { TransferInto, TransferOnShow } from '../../room/contract/hotline.ts'
import { ClientField } from '../appointments/client-field.tsx'
import { ChoiceField, NoteField } from '../crisis/entry-fields.tsx'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { MovedLines } from './moved-lines.tsx'

interface Fields {
  into: TransferInto['kind']
  called: string
  clientId: string
  said: string
}

/** One call that was sent on: on what ground, what of it, and into which file it goes. */
export function TransferPanel({
  onShow,
  staffNames,
  onAnswered,
}: {
  onShow: TransferOnShow
  staffNames: Record<string, string>
  onAnswered: () => void
}) {
  const { t } = useTranslation('call-record')
  const { t: crisis } = useTranslation('crisis')
  const { dayTime } = useFormatTime()
  const title = useId()
  const [declining, setDeclining] = useState(false)
  const { transfer, inDanger } = onShow
  const { ground, moved, callAt, callId, sentAt, sentBy } = transfer.value
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        <Link to={`/hotline/${callId}`}>
          {t('transfers.from', {
            at: dayTime(callAt),
            sent: dayTime(sentAt),
            who: staffNames[sentBy] ?? crisis('somebody'),
          })}
        </Link>{' '}
        {inDanger && <span className="crisis-mark crisis-mark-missed">{t('transfers.inDanger')}</span>}
      </h2>
      <p>
        {ground.kind === 'agreed'
          ? t('transfers.agreed', { said: ground.said })
          : t('transfers.emergency', { because: ground.because })}
      </p>
      <MovedLines moved={moved} />
      {declining ? (
        <DeclineForm transfer={transfer} onAnswered={onAnswered} onCancel={() => setDeclining(false)} />
      ) : (
        <TakeForm onShow={onShow} onDecline={() => setDeclining(true)} />
      )}
    </section>
  )
}

function TakeForm({ onShow, onDecline }: { onShow: TransferOnShow; onDecline: () => void }) {
  const { t } = useTranslation('call-record')
  const navigate = useNavigate()
  const [form] = Form.useForm<Fields>()
  const into = Form.useWatch('into', form) as Fields['into'] | undefined
  const { id, revision, value } = onShow.transfer
  const take = useCommand((entry: Fields) =>
    room.takeTransfer({
      id,
      revision,
      into:
        entry.into === 'existing'
          ? { kind: 'existing', clientId: entry.clientId }
          : { kind: 'new', called: entry.called ?? '' },
      said: entry.said ?? '',
    }),
  )
  const save = async (fields: Fields) => {
    const taken = await take.run(fields)
    if (taken === null) return
    const { clientId, episodeId } = taken.value
    await navigate(episodeId === null ? `/clients/${clientId}` : `/clients/${clientId}/crisis/${episodeId}`)
  }
  return (
    <Form<Fields>
      form={form}
      name={`transfer-${id}`}
      layout="vertical"
      requiredMark={false}
      className="call-record-entry"
      initialValues={{ called: value.moved.alias ?? '' }}
      onFinish={(fields) => void save(fields)}
    >
      <ChoiceField
        name="into"
        label={t('transfers.into')}
        needed={t('transfers.intoNeeded')}
        options={(['new', 'existing'] as const).map((kind) => ({
          value: kind,
          label: t(`transfers.${kind}`),
        }))}
      />
      {into === 'new' && (
        <Form.Item
          name="called"
          label={t('transfers.called')}
          extra={t('transfers.calledHint')}
          rules={[{ required: true, whitespace: true, message: t('transfers.calledNeeded') }]}
        >
          <Input maxLength={60} autoComplete="off" disabled={(value.moved.alias ?? '') !== ''} />
        </Form.Item>
      )}
      {into === 'existing' && (
        <Form.Item
          name="clientId"
          label={t('transfers.client')}
          rules={[{ required: true, message: t('transfers.clientNeeded') }]}
        >
          <ClientField />
        </Form.Item>
      )}
      {onShow.inDanger && (
        <NoteField
          name="said"
          label={t('transfers.said')}
          hint={t('transfers.saidHint')}
          needed={t('transfers.saidNeeded')}
        />
      )}
      <FormActions refusal={take.refusal}>
        <Button type="primary" htmlType="submit" loading={take.running}>
          {t('transfers.take')}
        </Button>
        <Button onClick={onDecline}>{t('transfers.decline')}</Button>
      </FormActions>
    </Form>
  )
}

function DeclineForm({
  transfer: { id, revision },
  onAnswered,
  onCancel,
}: {
  transfer: TransferOnShow['transfer']
  onAnswered: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('call-record')
  const decline = useCommand(({ because }: { because: string }) =>
    room.declineTransfer({ id, revision, because }),
  )
  return (
    <Form<{ because: string }>
      name={`decline-${id}`}
      layout="vertical"
      requiredMark={false}
      className="call-record-entry"
      onFinish={async (fields) => {
        if ((await decline.run(fields)) !== null) onAnswered()
      }}
    >
      <NoteField name="because" label={t('transfers.because')} needed={t('field.becauseNeeded')} />
      <FormActions refusal={decline.refusal}>
        <Button type="primary" htmlType="submit" loading={decline.running}>
          {t('transfers.declineSubmit')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
