import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseSituation } from '../../casework/files/case-situation.ts'
import type { CaseDeed } from '../../room/contract/closure.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

interface Fields {
  note?: string
  because?: string
  name?: string
  day?: string
}

/** A proposal that waits: a supervisor agrees or sends it back; where there is no other supervisor, one outside is named. */
export function AnswerProposal({
  clientId,
  revision,
  situation: { proposal },
  supervisorHere,
  blocked,
  onSaved,
}: {
  clientId: string
  revision: number
  situation: CaseSituation
  supervisorHere: boolean
  /** Something has come between since. */
  blocked: boolean
  onSaved: () => void
}) {
  const { t } = useTranslation('closure')
  const { me } = useSession()
  const [answer, setAnswer] = useState<'approve' | 'sendBack' | null>(null)
  const isSupervisor = me.roles.includes('supervisor')
  const isOwn = proposal?.by === me.id
  const here = isSupervisor && !isOwn
  const mayApprove = here || !supervisorHere
  const take = useCommand((deed: CaseDeed) => room.takeCaseStep({ clientId, revision, deed }))
  const submit = ({ note = '', because = '', name = '', day = '' }: Fields) =>
    take
      .run(
        answer === 'sendBack'
          ? { kind: 'sentBack', because }
          : { kind: 'approved', whom: here ? { kind: 'here' } : { kind: 'outside', name, day }, note },
      )
      .then((done) => done && onSaved())
  return (
    <section className="panel" aria-labelledby="closure-answer">
      <h2 className="panel-title" id="closure-answer">
        {t('answer.title')}
      </h2>
      {!mayApprove && <p>{t(isOwn ? 'answer.ownWaits' : 'answer.waits')}</p>}
      {answer === null && (
        <div className="closure-acts">
          {mayApprove && (
            <Button type="primary" disabled={blocked} onClick={() => setAnswer('approve')}>
              {t(here ? 'answer.approve' : 'answer.approveOutside')}
            </Button>
          )}
          {(isSupervisor || isOwn) && (
            <Button onClick={() => setAnswer('sendBack')}>
              {t(here ? 'answer.sendBack' : 'answer.takeBack')}
            </Button>
          )}
        </div>
      )}
      {answer !== null && (
        <Form<Fields>
          key={answer}
          layout="vertical"
          requiredMark={false}
          className="closure-form"
          aria-label={t('answer.title')}
          onFinish={(fields) => void submit(fields)}
        >
          {answer === 'approve' && !here && (
            <>
              <p className="quiet">{t('answer.outsideHint')}</p>
              <Form.Item
                name="name"
                label={t('answer.name')}
                rules={[{ required: true, whitespace: true, message: t('answer.nameNeeded') }]}
              >
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item
                name="day"
                label={t('answer.day')}
                rules={[{ required: true, message: t('answer.dayNeeded') }]}
              >
                <Input type="date" max={dayOf(new Date().toISOString())} />
              </Form.Item>
            </>
          )}
          {answer === 'approve' ? (
            <Form.Item name="note" label={t('answer.note')}>
              <Input maxLength={2000} />
            </Form.Item>
          ) : (
            <Form.Item
              name="because"
              label={t('answer.because')}
              rules={[{ required: true, whitespace: true, min: 2, message: t('answer.becauseNeeded') }]}
            >
              <Input maxLength={2000} />
            </Form.Item>
          )}
          <FormActions refusal={take.refusal}>
            <Button type="primary" htmlType="submit" loading={take.running}>
              {t(answer === 'approve' ? 'answer.close' : 'answer.save')}
            </Button>
            <Button onClick={() => setAnswer(null)}>{t('cancel')}</Button>
          </FormActions>
        </Form>
      )}
    </section>
  )
}
