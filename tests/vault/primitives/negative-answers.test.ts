import { negativeAnswers } from './negative-answers.ts'

negativeAnswers()
