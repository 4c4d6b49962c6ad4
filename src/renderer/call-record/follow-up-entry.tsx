import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { HotlineCall } from '../../casework/hotline/hotline-call.ts'
import type { Stored } from '../../casework/records/record.ts'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { SideBySide } from '../ui/side-by-side.tsx'
import { useConflict } from '../ui/use-conflict.ts'
import { draftName, useDraft } from '../ui/use-draft.ts'

interface Fields {
  entry: string
}

/** What came of calling back: entered once, then for reading. */
export function FollowUpEntry({ call, onEntered }: { call: Stored<HotlineCall>; onEntered: () => void }) {
  const { t } = useTranslation('call-record')
  const { dayTime } = useFormatTime()
  const { followUp, followUpDue } = call.value
  const [form] = Form.useForm<Fields>()
  const kept = useDraft(draftName('followUp', call.id), form)
  const record = useCommand(({ entry }: Fields) =>
    room.recordFollowUp({ id: call.id, revision: call.revision, entry: entry.trim() }),
  )
  const conflict = useConflict(record.refusal, async () => (await answered(room.openCall(call.id))).call)
  const left = async () => {
    await kept.forget()
    onEntered()
  }
  const save = async (fields: Fields) => {
    if ((await record.run(fields)) !== null) await left()
  }
  if (followUp === null && followUpDue === null) return null
  // Only a follow-up that somebody else entered meanwhile stands in the way.
  if (conflict.stored !== null)
    return (
      <SideBySide<Fields>
        fields={[{ name: 'entry', label: t('followUp.title'), text: ({ entry }) => entry }]}
        stored={{ entry: conflict.stored.value.followUp?.entry ?? '' }}
        mine={form.getFieldsValue(true)}
        closed
        onSettled={() => undefined}
        onLeft={() => void left()}
      />
    )

  return (
    <section className="panel">
      <h2 className="panel-title">{t('followUp.title')}</h2>
      {followUp !== null && (
        <>
          <p className="call-record-when">{t('followUp.done', { at: dayTime(followUp.doneAt) })}</p>
          <p className="call-record-text">{followUp.entry}</p>
        </>
      )}
      {followUp === null && followUpDue !== null && (
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          className="call-record-entry"
          onValuesChange={kept.changed}
          onFinish={(fields) => void save(fields)}
        >
          <DraftNotice draft={kept} />
          <Form.Item
            name="entry"
            label={t('followUp.how', { at: dayTime(followUpDue) })}
            rules={[{ required: true, whitespace: true, min: 2, message: t('followUp.needed') }]}
          >
            <Input.TextArea rows={3} maxLength={20_000} />
          </Form.Item>
          <FormActions refusal={record.refusal}>
            <Button type="primary" htmlType="submit" loading={record.running}>
              {t('followUp.save')}
            </Button>
          </FormActions>
        </Form>
      )}
    </section>
  )
}
