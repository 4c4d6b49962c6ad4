import { useState } from 'react'
import type { Answers } from '../../../instruments/vectors.ts'
import type { Entry } from './entry-page.tsx'
import { PaperFirst } from './paper-first.tsx'
import { PaperSecond } from './paper-second.tsx'
import { useAnswerKeeping } from './use-answer-keeping.ts'

/**
 * A filled paper form entered by its digits, then once more without seeing the first entry where wanted. Only the first entry is
 * kept on the way: whatever happens in the second, the first stands until every difference is settled.
 */
export function PaperEntry(entry: Entry) {
  const keeping = useAnswerKeeping(entry.assessment)
  const [first, setFirst] = useState<Answers>(entry.assessment.value.answers)
  const [again, setAgain] = useState(false)
  return again ? (
    <PaperSecond {...entry} keeping={keeping} first={first} onGiveUp={() => setAgain(false)} />
  ) : (
    <PaperFirst
      {...entry}
      keeping={keeping}
      first={first}
      onChange={setFirst}
      onOnceMore={() => setAgain(true)}
    />
  )
}
