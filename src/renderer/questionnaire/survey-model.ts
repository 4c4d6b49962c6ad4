import { Model, settings } from 'survey-core'
import type { Language } from '../../casework/records/values.ts'
import type { Survey } from '../../instruments/survey.ts'
import type { Answers } from '../../instruments/vectors.ts'

settings.animationEnabled = false

/** `oneByOne`: one question on the screen · `list`: all of them, for entering answers quickly. */
export type Arrangement = 'oneByOne' | 'list'

export interface SurveyRequest {
  survey: Survey
  language: Language
  arrangement: Arrangement
  answers: Answers
  /** Questions that are answered although the answer is not known here. */
  answeredBefore: readonly string[]
}

/** What SurveyJS shows: nothing of its own but the questions and their answers. */
export function createSurveyModel(request: SurveyRequest): Model {
  const model = plainModel(withoutUnknownConditions(request), request)
  model.data = { ...request.answers }
  if (request.arrangement === 'oneByOne') goToFirstOpen(model, request)
  return model
}

/** A survey in SurveyJS, stripped of everything that is not a question. */
export function plainModel(
  survey: object,
  { language, arrangement }: Pick<SurveyRequest, 'language' | 'arrangement'>,
): Model {
  const model = new Model(survey)
  model.locale = language === 'zh-CN' ? 'zh-cn' : 'en'
  model.showTitle = false
  model.showPageTitles = false
  model.showNavigationButtons = false
  model.showCompletePage = false
  model.questionsOnPageMode = arrangement === 'oneByOne' ? 'questionPerPage' : 'singlePage'
  model.showQuestionNumbers = arrangement === 'list'
  model.autoFocusFirstQuestion = arrangement === 'oneByOne'
  model.questionErrorLocation = 'bottom'
  model.clearInvisibleValues = 'onHidden'
  model.onUpdateChoiceItemCss.add((_, choice) => {
    if (isKey(choice.item.value)) choice.css = `${choice.css} questionnaire-key-${choice.item.value}`
  })
  model.onGetTitleTagName.add((_, title) => {
    if (arrangement === 'oneByOne') title.tagName = 'h1'
  })
  return model
}

/** Shows the first question without an answer; the last one when all are answered. */
function goToFirstOpen(model: Model, { answers, answeredBefore }: SurveyRequest): void {
  const questions = model.getAllQuestions(true)
  const isOpen = ({ name }: { name: string }) => answers[name] === undefined && !answeredBefore.includes(name)
  const first = questions.find(isOpen) ?? questions.at(-1)
  if (first) model.currentSingleQuestion = first
}

/** Whether a style writes this published code beside its answer, as on the paper form: instructions may speak of these numbers. */
const isKey = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 10

/**
 * A condition on answers that are sealed and cannot be read back would hide its question for good; so it is asked. Whoever
 * reloads the page may not be who answered: asking only what was called for would tell them the answers.
 */
function withoutUnknownConditions({ survey, answers, answeredBefore }: SurveyRequest): Survey {
  const unknown = answeredBefore.filter((name) => answers[name] === undefined)
  const looksAtUnknown = (condition: string) => unknown.some((name) => condition.includes(`{${name}}`))
  return {
    ...survey,
    pages: survey.pages.map((page) => ({
      ...page,
      elements: page.elements.map((question) => {
        if (question.visibleIf === undefined || !looksAtUnknown(question.visibleIf)) return question
        const { visibleIf, ...asked } = question
        return asked
      }),
    })),
  }
}
