import { Button, Form, type FormInstance, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomRules } from '../../casework/unit/room-rules.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { draftOfRules } from './draft-of-rules.ts'

/** The fields of one kind of rules, with the reason and the signature that make them the room's own. */
export function RulesForm<Fields extends object>({
  kind,
  replaces,
  form,
  initial,
  rulesFrom,
  onAdopted,
  onLeft,
  children,
}: {
  kind: RoomRules['rules']['kind']
  /** Id of the change in force; null for the proposal. */
  replaces: string | null
  form: FormInstance<Fields & { because: string }>
  initial: Fields
  rulesFrom: (fields: Fields) => RoomRules['rules']
  onAdopted: () => void
  onLeft: () => void
  children: ReactNode
}) {
  const { t } = useTranslation('room-rules')
  const adopt = useCommand((fields: Fields & { because: string }) =>
    room.adoptRoomRules({ rules: rulesFrom(fields), replaces, because: fields.because }),
  )
  const kept = useDraft(draftOfRules(kind), form)
  const leave = async (after: () => void) => {
    await kept.forget()
    after()
  }
  return (
    <Form<Fields & { because: string }>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...initial }}
      onValuesChange={kept.changed}
      onFinish={async (fields) => {
        if ((await adopt.run(fields)) !== null) await leave(onAdopted)
      }}
    >
      <DraftNotice draft={kept} />
      {children}
      <Form.Item
        name="because"
        label={t('because')}
        className="room-rules-because"
        rules={[{ required: true, whitespace: true, min: 2, message: t('becauseNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={20_000} />
      </Form.Item>
      <p className="quiet">{t('adoptLead')}</p>
      <FormActions refusal={adopt.refusal}>
        <Button type="primary" htmlType="submit" loading={adopt.running}>
          {t('adopt')}
        </Button>
        <Button onClick={() => void leave(onLeft)}>{t('leave')}</Button>
      </FormActions>
    </Form>
  )
}
