import content from '../../../resources/practice-calls.json'
import { type PracticeScenarios, readPracticeScenarios } from '../../casework/practice/practice-scenario.ts'
import { shipped } from '../rules-in-force.ts'

/** The calls that come with the program to practise on. */
export const practiceScenarios: PracticeScenarios = shipped(readPracticeScenarios(content))
