import { Button, Form, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { RightsRequest } from '../../casework/privacy/rights-request.ts'
import type { Stored } from '../../casework/records/record.ts'
import { OlderBackups } from '../clients/older-backups.tsx'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { AnswerForm } from './answer-form.tsx'
import { CheckForm } from './check-form.tsx'
import { RequestStanding } from './request-list.tsx'

/** One request: what is looked into before the answer, and the answer. */
export function RequestPage() {
  const { t } = useTranslation('rights')
  const { dateTime } = useFormatTime()
  const { requestId = '' } = useParams()
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const { data, failed, again } = useQuery(() => room.rightsRequests(), [requestId])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const shown = data.requests.find(({ request }) => request.id === requestId)
  if (shown === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  const { request, missing } = shown
  const { value } = request
  const saved = () => {
    setSavedAt(new Date())
    again()
  }
  const who = (staffId: string) => data.staffNames[staffId] ?? t('somebody')
  return (
    <Page
      title={`${t(`asked.${value.asked}`)} · ${value.fileNumber}`}
      lead={t(`law.${value.asked}`)}
      actions={
        <>
          {value.clientId !== null && <Link to={`/clients/${value.clientId}/rights`}>{t('toFile')}</Link>}
          <Link to="/clients/rights">{t('title')}</Link>
        </>
      }
    >
      <section className="panel" aria-labelledby="request-title">
        <h2 className="panel-title">
          <span id="request-title">{t('request')}</span> <SavedAt at={savedAt} />
        </h2>
        <p className="rights-standing">
          <RequestStanding shown={shown} />
        </p>
        {value.words.trim() !== '' && <p>{value.words}</p>}
        <p className="quiet">
          {t('recorded', { at: dateTime(value.recordedAt), who: who(value.recordedBy) })}
        </p>
        {value.checks.map(({ what, by, at, note }) => (
          <p key={`${what} ${at}`}>
            {t('done', { what: t(`check.${what}.title`), at: dateTime(at), who: who(by) })} {note}
          </p>
        ))}
      </section>
      {value.answer === null ? (
        <>
          {missing.length > 0 && (
            <section className="panel" aria-labelledby="checks-title">
              <h2 className="panel-title" id="checks-title">
                {t('checks')}
              </h2>
              {missing.map((what) => (
                <div key={`${what} ${request.revision}`} className="rights-check">
                  {what === 'backups' && <OlderBackups />}
                  <CheckForm request={request} what={what} onNoted={saved} />
                </div>
              ))}
            </section>
          )}
          <section className="panel" aria-labelledby="answer-title">
            <h2 className="panel-title" id="answer-title">
              {t('answer.title')}
            </h2>
            {value.clientId !== null && value.asked === 'correct' && (
              <Link to={`/clients/${value.clientId}/details`}>{t('toDetails')}</Link>
            )}
            {value.clientId !== null && value.asked === 'explain' && (
              <Link to={`/clients/${value.clientId}/tier`}>{t('toTier')}</Link>
            )}
            <AnswerForm key={request.revision} request={request} onAnswered={saved} />
          </section>
        </>
      ) : (
        <section className="panel" aria-labelledby="answer-title">
          <h2 className="panel-title" id="answer-title">
            {t('answer.title')}
          </h2>
          <p role="status">
            <strong>{t(`answer.${value.asked}.${value.answer.done}`)}</strong>{' '}
            <span className="quiet">
              {t('recorded', { at: dateTime(value.answer.at), who: who(value.answer.by) })}
            </span>
          </p>
          <p>{value.answer.entry}</p>
          {value.asked === 'erase' && value.answer.done === 'met' && (
            <OlderBackups erasedAt={value.answer.at} />
          )}
          {value.answer.disclosure !== null && value.clientId !== null && (
            <Link to={`/clients/rights/${request.id}/copy`}>{t('copy.open')}</Link>
          )}
          {value.lifted !== null && (
            <p>
              {t('lift.done', {
                at: dateTime(value.lifted.at),
                who: who(value.lifted.by),
                because: value.lifted.because,
              })}
            </p>
          )}
          {restricts(value) && <LiftForm request={request} onLifted={saved} />}
        </section>
      )}
    </Page>
  )
}

/** Whether a restriction by this request stands. */
const restricts = ({ asked, answer, lifted, clientId }: RightsRequest): boolean =>
  clientId !== null &&
  lifted === null &&
  (answer?.done === 'restricted' || (asked === 'restrict' && answer?.done === 'met'))

function LiftForm({
  request: { id, revision },
  onLifted,
}: {
  request: Stored<RightsRequest>
  onLifted: () => void
}) {
  const { t } = useTranslation('rights')
  const lift = useCommand(({ because }: { because: string }) =>
    room.liftRestriction({ id, revision, because }),
  )
  return (
    <Form<{ because: string }>
      layout="vertical"
      className="rights-form"
      requiredMark={false}
      onFinish={(fields) => void lift.run(fields).then((done) => done && onLifted())}
    >
      <Form.Item
        name="because"
        label={t('lift.because')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('lift.needed') }]}
      >
        <Input maxLength={2000} />
      </Form.Item>
      <FormActions refusal={lift.refusal}>
        <Button htmlType="submit" loading={lift.running}>
          {t('lift.submit')}
        </Button>
      </FormActions>
    </Form>
  )
}
