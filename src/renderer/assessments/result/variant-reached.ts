import { appliesTo } from '../../../instruments/applies-to.ts'
import type { CutOff, Scale } from '../../../instruments/scale.ts'
import type { About } from '../../../instruments/vectors.ts'

/** The form of a threshold that this person reached; of those they may be, the one that is reached first. */
export const variantReached = (scale: Scale, id: string, score: number, about: About): CutOff | undefined =>
  scale.cutOffs
    .filter((cutOff) => cutOff.id === id && appliesTo(cutOff, about) !== false)
    .filter((cutOff) => (scale.direction === 'higherIsWorse' ? score >= cutOff.score : score <= cutOff.score))
    .sort((a, b) => (scale.direction === 'higherIsWorse' ? a.score - b.score : b.score - a.score))[0]
