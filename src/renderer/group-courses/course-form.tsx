import { Button, Checkbox, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GroupCourseEntry } from '../../room/contract/group-courses.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { MembersField } from './members-field.tsx'
import './group-courses.css'

/** Lays down a course or changes one. */
export function CourseForm({
  stored,
  begin,
  fileNumbers,
  onSaved,
  onCancel,
}: {
  /** The one that is changed; null for a new one. */
  stored: { id: string; revision: number } | null
  begin: GroupCourseEntry
  fileNumbers: Record<string, string>
  onSaved: (id: string) => void
  onCancel: () => void
}) {
  const { t } = useTranslation('group-courses')
  const [form] = Form.useForm<GroupCourseEntry>()
  const kept = useDraft(draftName('groupCourse', ...(stored === null ? [] : [stored.id])), form)
  const leaders = useQuery(() => room.groupLeaders(), [])
  const save = useCommand((fields: GroupCourseEntry) =>
    room.saveGroupCourse({
      id: stored?.id ?? null,
      revision: stored?.revision ?? 0,
      entry: { ...begin, ...fields },
    }),
  )
  const submit = async (fields: GroupCourseEntry) => {
    const saved = await save.run(fields)
    if (saved === null) return
    await kept.forget()
    onSaved(saved.value.id)
  }
  return (
    <Form<GroupCourseEntry>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel"
      aria-label={t(stored === null ? 'new.title' : 'change')}
      initialValues={begin}
      onValuesChange={kept.changed}
      onFinish={(fields) => void submit(fields)}
    >
      <DraftNotice draft={kept} />
      <Form.Item
        name="title"
        label={t('field.title')}
        extra={t('field.titleHint')}
        rules={[{ required: true, whitespace: true, message: t('needed.title') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="theme" label={t('field.theme')}>
        <Input.TextArea rows={2} maxLength={20_000} />
      </Form.Item>
      <Form.Item name="plan" label={t('field.plan')} extra={t('field.planHint')}>
        <Input.TextArea rows={4} maxLength={20_000} />
      </Form.Item>
      <Form.Item
        name="leaders"
        label={t('field.leaders')}
        rules={[
          {
            validator: async (_, chosen: string[] = []) => {
              if (chosen.length === 0) throw new Error(t('needed.leaders'))
            },
          },
        ]}
      >
        <Checkbox.Group
          aria-label={t('field.leaders')}
          options={(leaders.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name="begins"
          label={t('field.begins')}
          rules={[{ required: true, message: t('needed.begins') }]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="plannedMeetings"
          label={t('field.plannedMeetings')}
          rules={[{ required: true, message: t('needed.plannedMeetings') }]}
        >
          <InputNumber min={1} max={100} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="place" label={t('field.place')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="members" label={t('field.members')} extra={t('field.membersHint')}>
        <MembersField fileNumbers={fileNumbers} />
      </Form.Item>
      <FormActions refusal={save.refusal}>
        <Button type="primary" htmlType="submit" loading={save.running}>
          {t(stored === null ? 'new.save' : 'saveChange')}
        </Button>
        <Button onClick={() => void kept.forget().then(onCancel)}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
