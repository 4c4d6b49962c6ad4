import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallFormName } from '../../casework/hotline/call-forms.ts'
import type { CallGuide } from '../../casework/hotline/call-guide.ts'
import type { SixStep } from '../../casework/hotline/six-steps.ts'
import { useLanguage } from '../locale/locale.ts'
import { callKeys } from './call-keys.ts'

/** The hard moment that a form is about. */
const momentOf: { [Form in CallFormName]?: string } = {
  silent: 'silence',
  harassing: 'harassing',
  thirdParty: 'thirdParty',
  minor: 'minor',
  psychoticExperience: 'unusualExperience',
}

/** Words for hard moments: first those of this kind of call and of the step the talk is at, the others at hand. */
export function Phrases({ guide, step, form }: { guide: CallGuide; step: SixStep; form: CallFormName }) {
  const { t } = useTranslation('running-call')
  const [language] = useLanguage()
  const [open, setOpen] = useState<string | null>(null)
  const own = guide.moments.filter(({ id }) => id === momentOf[form])
  const here = guide.moments.filter((moment) => moment.step === step && !own.includes(moment))
  const others = guide.moments.filter((moment) => !own.includes(moment) && !here.includes(moment))
  const line = ({ id, moment, say, rather }: CallGuide['moments'][number]) => (
    <li key={id}>
      <button type="button" aria-expanded={open === id} onClick={() => setOpen(open === id ? null : id)}>
        {moment[language]}
      </button>
      {open === id && (
        <>
          {say.map((words) => (
            <q key={words.en}>{words[language]}</q>
          ))}
          {rather !== undefined && (
            <p>
              <strong>{t('guide.rather')}</strong> {rather[language]}
            </p>
          )}
        </>
      )}
    </li>
  )
  return (
    <div data-key={callKeys.moments}>
      <ul className="call-phrases">{[...own, ...here].map(line)}</ul>
      <details className="call-others">
        <summary>{t('guide.otherMoments')}</summary>
        <ul className="call-phrases">{others.map(line)}</ul>
      </details>
    </div>
  )
}
