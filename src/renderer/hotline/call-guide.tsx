import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'

const numbers = ['12356', '110', '120', '119', '12355'] as const
const steps = ['problem', 'safety', 'support', 'options', 'plan', 'commitment'] as const

/** Beside the form: numbers to dial, words to begin with, and six steps to keep in mind. Nothing here is stored. */
export function CallGuide() {
  const { t } = useTranslation('hotline')
  return (
    <aside className="call-guide" aria-label={t('guide.label')}>
      <section className="panel">
        <h2 className="panel-title">{t('guide.dial')}</h2>
        <dl className="call-dial">
          {numbers.map((number) => (
            <div key={number}>
              <dt>{number}</dt>
              <dd>{t(`guide.number.${number}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="panel">
        <h2 className="panel-title">{t('guide.opening')}</h2>
        <p className="call-opening">{t('guide.openingWords')}</p>
      </section>
      <section className="panel">
        <h2 className="panel-title">{t('guide.steps')}</h2>
        <ol className="call-steps">
          {steps.map((step) => (
            <li key={step}>
              <Checkbox>{t(`guide.step.${step}.name`)}</Checkbox>
              <p>{t(`guide.step.${step}.how`)}</p>
            </li>
          ))}
        </ol>
      </section>
    </aside>
  )
}
