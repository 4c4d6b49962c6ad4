import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { informantBases, type Rater } from '../../../casework/assessments/assessment.ts'
import { standingConsent } from '../../../casework/consents/consent-standing.ts'
import { useClientOnShow } from '../../clients/client-context.ts'

type Basis = (typeof informantBases)[number]

/** What a form that starts an informant's rating says of them. */
export interface InformantForm {
  who?: string
  relation?: string
  purpose?: string
  basis?: Basis
}

/** The rater a form names. */
export const informantOf = ({
  who = '',
  relation = '',
  purpose = '',
  basis,
}: InformantForm): Extract<Rater, { kind: 'informant' }> => ({
  kind: 'informant',
  relation: relation.trim(),
  who: who.trim(),
  purpose: purpose.trim(),
  ...(basis === undefined ? {} : { basis }),
})

/** Who tells of the client, how they are related, what they are asked for and on what ground: on record before they begin. */
export function InformantFields() {
  const { t } = useTranslation('assessments')
  const { file } = useClientOnShow()
  const givenBy = standingConsent(file.consents, 'assessment')?.value.givenBy
  const usual = givenBy === undefined ? {} : { initialValue: usualBasis[givenBy] }
  const text = (name: 'who' | 'relation' | 'purpose', least: number) => (
    <Form.Item
      name={name}
      label={t(`start.${name}`)}
      extra={t(`start.${name}Hint`)}
      rules={[{ required: true, whitespace: true, min: least, message: t(`start.${name}Needed`) }]}
      {...(name === 'purpose' ? { initialValue: t('start.usualPurpose') } : {})}
    >
      <Input maxLength={100} autoComplete="off" />
    </Form.Item>
  )
  return (
    <section className="start-informant" aria-labelledby="informant">
      <h2 className="panel-title" id="informant">
        {t('start.informant')}
      </h2>
      {text('who', 1)}
      {text('relation', 1)}
      {text('purpose', 2)}
      <Form.Item
        name="basis"
        label={t('start.basis')}
        rules={[{ required: true, message: t('start.basisNeeded') }]}
        {...usual}
      >
        <Radio.Group
          vertical
          aria-label={t('start.basis')}
          options={informantBases.map((value) => ({ value, label: t(`rater.bases.${value}`) }))}
        />
      </Form.Item>
    </section>
  )
}

const usualBasis = { self: 'clientAgreed', guardian: 'guardianAgreed', both: 'clientAgreed' } as const
