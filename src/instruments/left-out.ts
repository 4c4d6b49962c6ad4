import type { Fault } from './fault.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/**
 * Properties SurveyJS Creator writes that only say how something looks or moves: the pages here have a look of their own, so
 * they are left out, and the person is told. Nothing that computes, loads, leads elsewhere or shows markup is among them.
 */
const decoration = {
  survey: words(`
    logo logoPosition logoWidth logoHeight logoFit backgroundImage backgroundImageFit backgroundImageAttachment backgroundOpacity
    width widthMode fitToContainer headerView showTitle showPageTitles showPageNumbers showQuestionNumbers questionStartIndex
    questionTitleLocation questionTitlePattern questionDescriptionLocation questionErrorLocation questionsOnPageMode
    questionOrder questionsOrder requiredText requiredMark showProgressBar progressBarType progressBarLocation
    progressBarShowPageTitles progressBarShowPageNumbers progressBarInheritWidthFrom showTOC tocLocation
    showNavigationButtons navigationButtonsLocation showPrevButton pagePrevText pageNextText completeText startSurveyText
    previewText editText showPreviewBeforeComplete previewMode showCompletePage showCompletedPage firstPageIsStarted
    firstPageIsStartPage goNextPageAutomatic autoAdvanceEnabled autoAdvanceAllowComplete allowCompleteSurveyAutomatic
    autoFocusFirstQuestion focusFirstQuestionAutomatic focusOnFirstError autoFocusFirstError checkErrorsMode
    validateVisitedEmptyFields textUpdateMode clearInvisibleValues keepIncorrectValues storeOthersAsComment maxTextLength
    maxCommentLength maxOthersLength autoGrowComment allowResizeComment cookieName sendResultOnPageNext showBrandInfo
    showTimer showTimerPanel showTimerPanelMode timerLocation mode gridLayoutEnabled matrixDragHandleArea lazyRenderEnabled
    partialSendEnabled`),
  page: words(`
    navigationTitle navigationDescription showNavigationButtons navigationButtonsVisibility questionTitleLocation
    questionTitleWidth questionErrorLocation questionsOrder questionOrder maxTimeToFinish timeLimit state readOnly
    gridLayoutColumns innerIndent width minWidth maxWidth`),
  question: words(`
    startWithNewLine width minWidth maxWidth indent innerIndent rightIndent titleLocation descriptionLocation errorLocation
    hideNumber showNumber no state colCount colSpan columns placeHolder placeholder hint searchEnabled searchMode cols rows
    autoGrow allowResize acceptCarriageReturn size rateType rateDisplayMode rateColorMode scaleColorMode autoGenerate
    displayMode displayRateDescriptionsAsExtremeItems swapOrder renderAs choicesOrder separateSpecialChoices
    showClearButton allowClear itemSize showLabel textUpdateMode requiredErrorText requiredText otherPlaceholder
    otherPlaceHolder otherErrorText selectAllText showSelectAllItem hasSelectAll closeOnSelect useDisplayValuesInTitle
    useDisplayValuesInDynamicTexts clearIfInvisible correctAnswer defaultValue minSelectedChoices valuePropertyName
    maxErrorText minErrorText dataList autocomplete commentText commentPlaceholder showCommentArea hasComment visible
    readOnly`),
} as const

/** Names SurveyJS gave earlier to what it writes otherwise now. */
const renamed = new Map([
  ['hasNone', 'showNoneItem'],
  ['hasOther', 'showOtherItem'],
])

/** An object without its decoration; every part left out is noted by its path. Anything but an object stays as it is. */
export function withoutDecoration(
  found: unknown,
  part: keyof typeof decoration,
  path: Fault['path'],
  note: (fault: Fault) => void,
): unknown {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return found
  const kept = new Map<string, unknown>()
  for (const [key, value] of Object.entries(found)) {
    // A question that is hidden, or not to be answered, would be shown here.
    const shows = (key === 'visible' && value === false) || (key === 'readOnly' && value === true)
    if (decoration[part].has(key) && !shows) note({ code: 'PART_LEFT_OUT', path: [...path, key] })
    else if (value !== '') kept.set(part === 'question' ? (renamed.get(key) ?? key) : key, value)
  }
  return Object.fromEntries(kept)
}
