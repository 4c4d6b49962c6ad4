import { Button, Checkbox, Form, Input, Radio, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { type ReportDuty, reportDuties } from '../../casework/disclosures/mandatory-report.ts'
import { reportsOwed } from '../../casework/disclosures/report-duty.ts'
import type { ClientFile } from '../../room/contract/clients.ts'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'

interface Fields {
  about?: string
  age?: 'minor' | 'adult' | 'unknown'
  capacity: 'full' | 'limited' | 'none' | 'unknown'
  inFamily: boolean
  duties: ReportDuty[]
  learnedAt: string
}

const capacities = ['unknown', 'full', 'limited', 'none'] as const

/** Somebody learned of harm: the clock begins to run from then. */
export function OpenReport() {
  const [search] = useSearchParams()
  const clientId = search.get('client')
  const opened = useQuery(
    async () => (clientId === null ? null : answered(room.openClient(clientId))),
    [clientId],
  )
  if (opened.failed !== null) return <RefusalNotice refusal={opened.failed} />
  if (clientId !== null && opened.data === null) return <Skeleton active />
  return <OpenForm file={opened.data} />
}

function OpenForm({ file }: { file: ClientFile | null }) {
  const { t } = useTranslation('mandatory-reports')
  const navigate = useNavigate()
  const [form] = Form.useForm<Fields>()
  const clientId = file?.client.id ?? null
  const kept = useDraft(draftName('mandatoryReport', ...(clientId === null ? [] : [clientId])), form)
  const owedBy = ({ age, capacity, inFamily }: Fields): ReportDuty[] => {
    const years = { minor: 10, adult: 30, unknown: null }
    return reportsOwed({ age: file ? file.age : years[age ?? 'unknown'], capacity, inFamily })
  }
  const open = useCommand(({ duties, about = '', learnedAt }: Fields) =>
    room.openMandatoryReports({ duties, clientId, about, learnedAt: dayjs(learnedAt).toISOString() }),
  )
  const save = async (fields: Fields) => {
    const saved = await open.run(fields)
    if (saved === null) return
    await kept.forget()
    await navigate(`/mandatory-reports/${saved.value.ids[0]}`)
  }
  const begins: Fields = {
    age: 'unknown',
    capacity: 'unknown',
    inFamily: true,
    duties: [],
    learnedAt: dayjs().format('YYYY-MM-DDTHH:mm'),
  }
  begins.duties = owedBy(begins)
  return (
    <Page title={t('open.title')} lead={t('open.lead')} width="form">
      <section className="panel">
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={begins}
          onValuesChange={(changes: Partial<Fields>) => {
            if (!('duties' in changes)) form.setFieldsValue({ duties: owedBy(form.getFieldsValue()) })
            kept.changed(null, form.getFieldsValue())
          }}
          onFinish={(fields) => void save(fields)}
        >
          <DraftNotice draft={kept} />
          {file === null ? (
            <>
              <Form.Item
                name="about"
                label={t('open.about')}
                extra={t('open.aboutHint')}
                rules={[{ required: true, whitespace: true, message: t('open.aboutNeeded') }]}
              >
                <Input.TextArea rows={2} maxLength={2000} />
              </Form.Item>
              <Form.Item name="age" label={t('open.age')}>
                <Radio.Group
                  aria-label={t('open.age')}
                  options={(['minor', 'adult', 'unknown'] as const).map((value) => ({
                    value,
                    label: t(`age.${value}`),
                  }))}
                />
              </Form.Item>
            </>
          ) : (
            <p>
              {t('open.of', { fileNumber: file.client.value.fileNumber })}{' '}
              {file.age === null ? t('age.unknown') : t('open.years', { age: file.age })}
            </p>
          )}
          <Form.Item name="learnedAt" label={t('open.learnedAt')} extra={t('open.learnedHint')}>
            <Input type="datetime-local" />
          </Form.Item>
          <Form.Item name="inFamily" label={t('open.inFamily')}>
            <Radio.Group
              aria-label={t('open.inFamily')}
              options={[true, false].map((value) => ({ value, label: t(`inFamily.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="capacity" label={t('open.capacity')}>
            <Radio.Group
              aria-label={t('open.capacity')}
              options={capacities.map((value) => ({ value, label: t(`capacity.${value}`) }))}
            />
          </Form.Item>
          <Form.Item
            name="duties"
            label={t('open.duties')}
            extra={t('open.dutiesHint')}
            rules={[{ type: 'array', min: 1, message: t('open.dutiesNeeded') }]}
          >
            <Checkbox.Group options={reportDuties.map((value) => ({ value, label: t(`duty.${value}`) }))} />
          </Form.Item>
          <FormActions refusal={open.refusal}>
            <Button type="primary" htmlType="submit" loading={open.running}>
              {t('open.submit')}
            </Button>
            <Link to={clientId === null ? '/mandatory-reports' : `/clients/${clientId}`}>{t('cancel')}</Link>
          </FormActions>
        </Form>
      </section>
    </Page>
  )
}
