import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { done } from '../../instruments/outcome.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'

/** Five words drawn by the machine, for whoever cannot think of any. */
export function PassphraseSuggestion({ onTake }: { onTake: (passphrase: string) => void }) {
  const { t } = useTranslation('access')
  const [language] = useLanguage()
  const suggest = useCommand(async () => done(await room.suggestPassphrase(language)))
  const [suggested, setSuggested] = useState<{ passphrase: string; meaning: string | null } | null>(null)

  const draw = async () => {
    const drawn = await suggest.run()
    if (drawn !== null) setSuggested(drawn.value)
  }

  if (suggested === null)
    return (
      <Button type="link" className="suggest" onClick={() => void draw()}>
        {t('suggest.ask')}
      </Button>
    )
  return (
    <section className="suggestion" aria-label={t('suggest.title')}>
      <p className="suggestion-words">{suggested.passphrase}</p>
      {suggested.meaning !== null && <p className="suggestion-meaning">{suggested.meaning}</p>}
      <p className="quiet">{t('suggest.advice')}</p>
      <div className="suggestion-buttons">
        <Button onClick={() => onTake(suggested.passphrase)}>{t('suggest.take')}</Button>
        <Button type="text" onClick={() => void draw()}>
          {t('suggest.another')}
        </Button>
      </div>
    </section>
  )
}
