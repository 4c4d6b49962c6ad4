import { ownAnswers } from './own-answers.ts'

ownAnswers()
