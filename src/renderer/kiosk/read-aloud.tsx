import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/records/values.ts'

/** A voice on this machine for a language; voices from the network never hear what is read. */
function useLocalVoice(language: Language): SpeechSynthesisVoice | null {
  const [voices, setVoices] = useState(() => window.speechSynthesis?.getVoices() ?? [])
  useEffect(() => {
    const changed = () => setVoices(window.speechSynthesis.getVoices())
    window.speechSynthesis?.addEventListener('voiceschanged', changed)
    return () => window.speechSynthesis?.removeEventListener('voiceschanged', changed)
  }, [])
  const wanted = language.slice(0, 2)
  return voices.find(({ localService, lang }) => localService && lang.startsWith(wanted)) ?? null
}

/** Reads sentences aloud, and stops when they change. Nothing where this machine has no voice. */
export function ReadAloud({ sentences, language }: { sentences: string[]; language: Language }) {
  const { t } = useTranslation('kiosk')
  const voice = useLocalVoice(language)
  const text = sentences.join('\n')

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text ends the reading of this one
  useEffect(() => () => window.speechSynthesis?.cancel(), [text])

  if (voice === null) return null
  const read = () => {
    window.speechSynthesis.cancel()
    for (const sentence of sentences) {
      const spoken = new SpeechSynthesisUtterance(sentence)
      spoken.voice = voice
      spoken.lang = voice.lang
      spoken.rate = 0.9
      window.speechSynthesis.speak(spoken)
    }
  }
  return (
    <button type="button" className="kiosk-quiet" onClick={read}>
      {t('readAloud')}
    </button>
  )
}
