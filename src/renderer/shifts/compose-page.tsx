import { Button, Form, Input, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { ComposedHandOver, ShiftOnShow } from '../../room/contract/shifts.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { type DayAndTime, dayAndTime, instantOf } from '../ui/day-and-time.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { HandOverLists } from './hand-over-lists.tsx'
import './shifts.css'

/** Makes the sheet a shift passes on; of one that was left behind, whoever comes makes it from the records. */
export function ComposePage() {
  const { t } = useTranslation('shifts')
  const { shiftId = '' } = useParams()
  const [until, setUntil] = useState<string | null>(null)
  const shift = useQuery(() => room.shift(shiftId), [shiftId])
  const composed = useQuery(() => room.composeHandOver({ shiftId, until }), [shiftId, until])
  // What was there stays on show while another time is looked up.
  const [shown, setShown] = useState<ComposedHandOver | null>(null)
  if (composed.data !== null && composed.data !== shown) setShown(composed.data)
  const failed = shift.failed ?? composed.failed
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (shift.data === null || shown === null) return <Skeleton active />
  return (
    <Page
      title={t('compose.title')}
      lead={t(shift.data.isMine ? 'compose.lead' : 'compose.leadFound')}
      actions={<Link to={`/hotline/shifts/${shiftId}`}>{t('compose.back')}</Link>}
    >
      <div className="hand-over-compose">
        <section className="panel" aria-labelledby="hand-over-now">
          <h2 className="panel-title" id="hand-over-now">
            {t('compose.records')}
          </h2>
          {!shown.knowsCrises && <p className="quiet">{t('compose.callsOnly')}</p>}
          <HandOverLists lists={shown} files={shown.files} />
        </section>
        <ComposeForm
          key={shiftId}
          shift={shift.data}
          composed={shown}
          onUntil={setUntil}
          onOutdated={composed.again}
        />
      </div>
    </Page>
  )
}

interface ComposeFields extends DayAndTime {
  supervisor?: string
  equipment?: string
  note?: string
  because?: string
}

function ComposeForm({
  shift: { shift, isMine },
  composed,
  onUntil,
  onOutdated,
}: {
  shift: ShiftOnShow
  composed: ComposedHandOver
  onUntil: (until: string) => void
  /** Something has come up since the records were read. */
  onOutdated: () => void
}) {
  const { t } = useTranslation('shifts')
  const { exactTime } = useFormatTime()
  const navigate = useNavigate()
  const { id: shiftId, revision } = shift
  const [form] = Form.useForm<ComposeFields>()
  const kept = useDraft(draftName('handOver', shiftId), form)
  const give = useCommand(({ supervisor = '', equipment = '', note = '', because = '' }: ComposeFields) => {
    const { composedAt, until, crises, followUps, calls } = composed
    return room.giveHandOver({
      shiftId,
      revision,
      sheet: { composedAt, until, crises, followUps, calls, supervisor, equipment, note },
      because: isMine ? null : because,
    })
  })
  const sign = async (fields: ComposeFields) => {
    const given = await give.run(fields)
    if (given === null) return onOutdated()
    await kept.forget()
    void navigate(`/hotline/shifts/sheets/${given.value.id}`, { replace: true })
  }
  const [day, time] = [Form.useWatch('day', form), Form.useWatch('time', form)]
  const until = instantOf({ ...(day && { day }), ...(time && { time }) })
  useEffect(() => {
    if (until !== null) onUntil(until)
  }, [until, onUntil])
  return (
    <Form<ComposeFields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel"
      aria-label={t('compose.form')}
      initialValues={{
        ...dayAndTime(composed.until),
        supervisor: composed.supervisor,
        equipment: composed.equipment,
      }}
      onValuesChange={kept.changed}
      onFinish={(fields) => void sign(fields)}
    >
      <DraftNotice draft={kept} />
      <fieldset className="hand-over-until">
        <legend>{t('compose.until')}</legend>
        <Form.Item
          name="day"
          label={t('compose.day')}
          rules={[{ required: true, message: t('needed.time') }]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="time"
          label={t('compose.time')}
          rules={[{ required: true, message: t('needed.time') }]}
        >
          <Input type="time" />
        </Form.Item>
      </fieldset>
      <Form.Item name="supervisor" label={t('sheet.supervisor')} extra={t('compose.supervisorHint')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="equipment" label={t('sheet.equipment')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name="note" label={t('sheet.note')} extra={t('compose.noteHint')}>
        <Input.TextArea rows={3} maxLength={5000} />
      </Form.Item>
      {!isMine && (
        <Form.Item
          name="because"
          label={t('compose.because')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('needed.because') }]}
        >
          <Input maxLength={500} />
        </Form.Item>
      )}
      <p className="quiet">{t('compose.means', { at: exactTime(composed.composedAt) })}</p>
      <FormActions refusal={give.refusal}>
        <Button
          type="primary"
          htmlType="submit"
          loading={give.running}
          // What is signed is what was read: the records up to the time in the form.
          disabled={until !== composed.until}
        >
          {t(isMine ? 'compose.sign' : 'compose.signFound')}
        </Button>
      </FormActions>
    </Form>
  )
}
