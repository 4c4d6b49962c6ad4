import { Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stored } from '../../casework/records/record.ts'
import { type HotlineShift, logSubjects } from '../../casework/shifts/hotline-shift.ts'
import type { ShiftOnShow } from '../../room/contract/shifts.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { SavedAt } from '../ui/saved-at.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'

interface LogFields {
  about: (typeof logSubjects)[number]
  note: string
  callId?: string | null
}

/** Adds a line to the log of a shift. */
export function LogForm({
  shift: { id, revision },
  calls,
  onSaved,
}: {
  shift: Stored<HotlineShift>
  calls: ShiftOnShow['calls']
  onSaved: () => void
}) {
  const { t } = useTranslation('shifts')
  const { dayTime } = useFormatTime()
  const [form] = Form.useForm<LogFields>()
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const kept = useDraft(draftName('shiftLog', id), form)
  const log = useCommand(({ about, note, callId }: LogFields) =>
    room.takeShiftStep({ id, revision, step: { kind: 'logged', about, note, callId: callId ?? null } }),
  )
  const save = async (fields: LogFields) => {
    if ((await log.run(fields)) === null) return
    await kept.forget()
    form.resetFields()
    setSavedAt(new Date())
    onSaved()
  }
  return (
    <Form<LogFields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="shift-form"
      aria-label={t('log.add')}
      initialValues={{ about: 'other' }}
      onValuesChange={kept.changed}
      onFinish={(fields) => void save(fields)}
    >
      <DraftNotice draft={kept} />
      <Form.Item name="about" label={t('log.about')}>
        <Radio.Group
          aria-label={t('log.about')}
          options={logSubjects.map((value) => ({ value, label: t(`about.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="note"
        label={t('log.note')}
        extra={t('log.noteHint')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('needed.note') }]}
      >
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      {calls.length > 0 && (
        <Form.Item name="callId" label={t('log.aboutCall')}>
          <Select
            allowClear
            options={calls.map((call) => ({
              value: call.id,
              label: `${call.number} ${dayTime(call.startedAt)}`.trim(),
            }))}
          />
        </Form.Item>
      )}
      <FormActions refusal={log.refusal}>
        <Button htmlType="submit" loading={log.running}>
          {t('log.save')}
        </Button>
        <SavedAt at={savedAt} />
      </FormActions>
    </Form>
  )
}
