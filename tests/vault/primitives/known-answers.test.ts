import { knownAnswers } from './known-answers.ts'

knownAnswers()
