import { Button, Checkbox, Form, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupMeeting } from '../../casework/activities/group-course.ts'
import type { GroupSession } from '../../casework/activities/group-sessions.ts'
import type { GroupCourseOnShow } from '../../room/contract/group-courses.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { dayAndTime, instantOf } from '../ui/day-and-time.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { type When, WhenFields } from '../ui/when-fields.tsx'
import { PresentField } from './present-field.tsx'
import './group-courses.css'

interface Fields extends When {
  theme?: string
  leaders: string[]
  how: GroupMeeting['present']['kind']
  clients: string[]
  others: number | null
  count: number | null
  /** 1–5; null when nobody was asked. */
  feedback: number | null
  incidents?: string
  because?: string
}

const begin = (session: GroupSession, leaders: string[], knowsMembers: boolean): Fields => {
  const { meeting, plan } = session
  const { present } = meeting ?? {}
  return {
    ...dayAndTime((meeting ?? plan).startsAt),
    minutes: (meeting ?? plan).minutes,
    theme: (meeting ?? plan).theme,
    leaders: meeting?.leaders ?? leaders,
    how: present?.kind ?? (knowsMembers ? 'byFile' : 'headCount'),
    clients: present?.kind === 'byFile' ? present.clients : [],
    others: present?.kind === 'byFile' ? present.others : 0,
    count: present?.kind === 'headCount' ? present.count : null,
    feedback: meeting?.feedback == null ? null : meeting.feedback / 10,
    incidents: meeting?.incidents ?? '',
  }
}

const meetingOf = (fields: Fields): GroupMeeting => ({
  startsAt: instantOf(fields) ?? '',
  minutes: fields.minutes,
  theme: fields.theme ?? '',
  leaders: fields.leaders,
  present:
    fields.how === 'byFile'
      ? { kind: 'byFile', clients: fields.clients, others: fields.others ?? 0 }
      : { kind: 'headCount', count: fields.count ?? 0 },
  feedback: fields.feedback === null ? null : Math.round(fields.feedback * 10),
  incidents: fields.incidents ?? '',
})

/** How a session was held: when, who came, what people said of it. */
export function HoldForm({
  onShow: { course, sessions, attendance, fileNumbers },
  session,
  onSaved,
  onCancel,
}: {
  onShow: GroupCourseOnShow
  session: GroupSession
  onSaved: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('group-courses')
  const [form] = Form.useForm<Fields>()
  const kept = useDraft(draftName('groupSession', course.id, String(session.number)), form)
  const leaders = useQuery(() => room.groupLeaders(), [])
  const [initial] = useState(() => begin(session, course.value.leaders, attendance.members.length > 0))
  const how = Form.useWatch('how', form) ?? initial.how
  const isHeld = session.state === 'held'
  const hold = useCommand((fields: Fields) =>
    room.holdGroupSession({
      id: course.id,
      revision: course.revision,
      session: session.number,
      meeting: meetingOf({ ...initial, ...fields }),
      because: isHeld ? (fields.because ?? '') : null,
    }),
  )
  const submit = async (fields: Fields) => {
    if ((await hold.run(fields)) === null) return
    await kept.forget()
    onSaved()
  }
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel"
      aria-label={t(isHeld ? 'session.correct' : 'session.hold', { number: session.number })}
      initialValues={initial}
      onValuesChange={kept.changed}
      onFinish={(fields) => void submit(fields)}
    >
      <DraftNotice draft={kept} />
      <Form.Item name="how" label={t('present.how')}>
        <Radio.Group
          aria-label={t('present.how')}
          options={(['byFile', 'headCount'] as const).map((value) => ({
            value,
            label: t(`present.${value}`),
          }))}
        />
      </Form.Item>
      {how === 'byFile' ? (
        <>
          <Form.Item name="clients" noStyle>
            <PresentField
              members={attendance.members}
              sessions={sessions}
              session={session.number}
              fileNumbers={fileNumbers}
            />
          </Form.Item>
          <Form.Item name="others" label={t('present.others')} extra={t('present.othersHint')}>
            <InputNumber min={0} max={500} precision={0} />
          </Form.Item>
        </>
      ) : (
        <Form.Item
          name="count"
          label={t('present.count')}
          rules={[{ required: true, message: t('needed.count') }]}
        >
          <InputNumber min={0} max={500} precision={0} />
        </Form.Item>
      )}
      <WhenFields>
        <Form.Item name="feedback" label={t('field.feedback')}>
          <InputNumber min={1} max={5} step={0.1} precision={1} />
        </Form.Item>
      </WhenFields>
      <div className="group-text">
        <Form.Item name="theme" label={t('field.sessionTheme')}>
          <Input maxLength={200} />
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
        <Form.Item name="incidents" label={t('field.incidents')} extra={t('field.incidentsHint')}>
          <Input.TextArea rows={2} maxLength={20_000} />
        </Form.Item>
        {isHeld && (
          <Form.Item
            name="because"
            label={t('session.whyCorrected')}
            rules={[{ required: true, whitespace: true, min: 2, message: t('needed.because') }]}
          >
            <Input maxLength={500} />
          </Form.Item>
        )}
      </div>
      <FormActions refusal={hold.refusal}>
        <Button type="primary" htmlType="submit" loading={hold.running}>
          {t(isHeld ? 'session.saveCorrection' : 'session.saveHeld')}
        </Button>
        <Button onClick={() => void kept.forget().then(onCancel)}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
