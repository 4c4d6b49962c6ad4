import { Button, Form, Input, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { SafetyPlan } from '../../casework/crisis/safety-plan.ts'
import type { Stored } from '../../casework/records/record.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SideBySide } from '../ui/side-by-side.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { ContactsField } from './contacts-field.tsx'
import { LinesField } from './lines-field.tsx'
import { fieldsOf, isContactStep, type PlanFields, planOf, planSteps } from './safety-plan-fields.ts'
import { usePlans } from './use-plans.ts'
import './safety-plan.css'

/** Writes a plan together with the client, from the version that holds. */
export function SafetyPlanForm() {
  const { file } = useClientOnShow()
  const { data, failed } = usePlans(file)
  // What was opened stays the ground, so that a version made meanwhile is noticed.
  const [opened, setOpened] = useState<typeof data>(null)
  useEffect(() => {
    if (opened === null && data !== null) setOpened(data)
  }, [opened, data])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (opened === null) return <Skeleton active />
  return <WritePlan held={opened.plans[0] ?? null} proposedReview={opened.proposedReview} />
}

function WritePlan({ held, proposedReview }: { held: Stored<SafetyPlan> | null; proposedReview: string }) {
  const { t } = useTranslation('crisis')
  const { day } = useFormatTime()
  const navigate = useNavigate()
  const { file, again } = useClientOnShow()
  const clientId = file.client.id
  const [form] = Form.useForm<PlanFields>()
  const kept = useDraft(draftName('safetyPlan', clientId), form)
  const [theirs, setTheirs] = useState<Stored<SafetyPlan> | null>(null)
  const make = useCommand((fields: PlanFields, from: number) =>
    room.makeSafetyPlan({ clientId, plan: planOf(fields, from) }),
  )
  const leave = async () => {
    await kept.forget()
    again()
    await navigate(`/clients/${clientId}/safety-plan`)
  }
  const save = async (fields: PlanFields, from: number) => {
    if ((await make.run(fields, from)) !== null) await leave()
  }
  const changed = make.refusal?.code === 'SAFETY_PLAN_CHANGED'
  useEffect(() => {
    if (!changed) return
    room.safetyPlans(clientId).then(
      ({ plans }) => setTheirs(plans[0] ?? null),
      () => undefined,
    )
  }, [changed, clientId])

  const contactsText = (contacts: PlanFields['professionals']) =>
    contacts.map(({ name, phone }) => `${name} ${phone ?? ''}`.trim()).join('\n')

  return (
    <Page title={t('plan.title')} lead={t('plan.lead')} width="form">
      {theirs !== null && (
        <>
          <p role="alert">{t('plan.theirs', { version: theirs.value.version })}</p>
          <SideBySide<PlanFields>
            fields={[
              ...planSteps.map((step) => ({
                name: step,
                label: t(`plan.step.${step}`),
                text: (fields: PlanFields) => (
                  <span className="crisis-note">
                    {isContactStep(step) ? contactsText(fields[step]) : fields[step]}
                  </span>
                ),
              })),
              { name: 'reviewBy', label: t('plan.review'), text: ({ reviewBy }) => day(reviewBy) },
            ]}
            stored={fieldsOf(theirs.value)}
            mine={form.getFieldsValue(true)}
            saving={make.running}
            onSettled={(fields) => void save(fields, theirs.value.version)}
            onLeft={() => void leave()}
          />
        </>
      )}
      <section className="panel" aria-label={t('plan.title')} hidden={theirs !== null}>
        <Form<PlanFields>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={
            held === null
              ? {
                  warningSigns: '',
                  copingAlone: '',
                  peopleAndPlaces: '',
                  safeSurroundings: '',
                  peopleToAsk: [],
                  professionals: [{ name: '', phone: '' }],
                  reviewBy: proposedReview,
                }
              : { ...fieldsOf(held.value), reviewBy: proposedReview }
          }
          onValuesChange={(changes) => kept.changed(changes, form.getFieldsValue(true))}
          onFinish={(fields) => void save(fields, held?.value.version ?? 0)}
        >
          <DraftNotice draft={kept} />
          {planSteps.map((step, place) =>
            isContactStep(step) ? (
              <ContactsField key={step} name={step} number={place + 1} />
            ) : (
              <LinesField key={step} name={step} number={place + 1} needed={step === 'warningSigns'} />
            ),
          )}
          <Form.Item
            name="reviewBy"
            label={t('plan.review')}
            rules={[{ required: true, message: t('plan.reviewNeeded') }]}
          >
            <Input type="date" />
          </Form.Item>
          <FormActions refusal={make.refusal}>
            <Button type="primary" htmlType="submit" loading={make.running}>
              {t('plan.save')}
            </Button>
            <Button onClick={() => void leave()}>{t('plan.back')}</Button>
          </FormActions>
        </Form>
      </section>
    </Page>
  )
}
