import { Button, Form, Input, Radio, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { ImpactDraft } from '../../room/contract/privacy.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { conclusions, impactFields, remainingRisks } from './impact-fields.ts'
import './privacy.css'

type Filled = Pick<ImpactDraft, 'template' | 'language' | 'assessed' | 'security'>
interface Fields {
  assessed: Pick<ImpactDraft['assessed'][number], (typeof impactFields)[number] | 'remaining'>[]
  /** One point a line. */
  security: string
  conclusion: ImpactDraft['conclusion']
  because: string
  measuresBy?: string
}

/** A new impact assessment: filled in beforehand, read over, put in the room's own words and concluded by a person. */
export function AssessImpact() {
  const [language] = useLanguage()
  const { data, failed } = useQuery(() => room.impactDraft(language), [language])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  return <AssessForm key={language} filled={data} />
}

function AssessForm({ filled }: { filled: Filled }) {
  const { t } = useTranslation(['privacy', 'rights'])
  const navigate = useNavigate()
  const [form] = Form.useForm<Fields>()
  const kept = useDraft(draftName('impactAssessment'), form)
  const save = useCommand(({ assessed, security, measuresBy, ...concluded }: Fields) =>
    room.saveImpactAssessment({
      template: filled.template,
      language: filled.language,
      assessed: filled.assessed.map((section, place) => ({ ...section, ...assessed[place] })),
      security: security.split('\n').filter((point) => point.trim() !== ''),
      measuresBy: measuresBy || null,
      ...concluded,
    }),
  )
  const submit = async (fields: Fields) => {
    const saved = await save.run(fields)
    if (saved === null) return
    await kept.forget()
    await navigate(`/settings/privacy/${saved.value.id}`)
  }
  const needed = [{ required: true, whitespace: true, min: 2, message: t('needed') }]
  return (
    <Page title={t('assess')} lead={t('assessLead')} width="form">
      <section className="panel">
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ assessed: filled.assessed, security: filled.security.join('\n') }}
          onValuesChange={() => kept.changed(null, form.getFieldsValue())}
          onFinish={(fields) => void submit(fields)}
        >
          <DraftNotice draft={kept} />
          {filled.assessed.map(({ processing, clients, records, withoutBasis }, place) => {
            const name = t(`rights:processings.${processing}`)
            return (
              <details key={processing} className="impact-section" open={withoutBasis > 0}>
                <summary>
                  {t('section', { name, clients, records })}
                  {withoutBasis > 0 && ` ${t('gap', { count: withoutBasis })}`}
                </summary>
                {impactFields.map((field) => (
                  <Form.Item
                    key={field}
                    name={['assessed', place, field]}
                    label={t(`field.${field}`)}
                    rules={needed}
                  >
                    <Input.TextArea
                      aria-label={t('fieldOf', { name, field: t(`field.${field}`) })}
                      rows={2}
                      maxLength={20_000}
                    />
                  </Form.Item>
                ))}
                <Form.Item name={['assessed', place, 'remaining']} label={t('remaining.label')}>
                  <Radio.Group
                    aria-label={t('fieldOf', { name, field: t('remaining.label') })}
                    options={remainingRisks.map((value) => ({ value, label: t(`remaining.${value}`) }))}
                  />
                </Form.Item>
              </details>
            )
          })}
          <Form.Item name="security" label={t('security.label')} extra={t('security.hint')} rules={needed}>
            <Input.TextArea rows={4} maxLength={20_000} />
          </Form.Item>
          <Form.Item
            name="conclusion"
            label={t('conclusion.label')}
            rules={[{ required: true, message: t('conclusion.needed') }]}
          >
            <Radio.Group
              vertical
              aria-label={t('conclusion.label')}
              options={conclusions.map((value) => ({ value, label: t(`conclusion.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="because" label={t('because')} rules={needed}>
            <Input.TextArea rows={2} maxLength={20_000} />
          </Form.Item>
          <Form.Item name="measuresBy" label={t('measuresBy')}>
            <Input type="date" />
          </Form.Item>
          <FormActions refusal={save.refusal}>
            <Button type="primary" htmlType="submit" loading={save.running}>
              {t('save')}
            </Button>
            <Link to="/settings/privacy">{t('cancel')}</Link>
          </FormActions>
        </Form>
      </section>
    </Page>
  )
}
