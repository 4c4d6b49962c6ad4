import type { ItemNode } from './item-node.ts'
import { reportLeftOut } from './left-out.ts'
import { joinedTexts, type LocalText, readText } from './local-texts.ts'
import { loincOf, readAnswers } from './read-answers.ts'
import type { Enabling, ReadItems } from './read-form.ts'
import { inScope, type Variables } from './read-variables.ts'
import type { Path, Reading } from './reading.ts'
import type { Contained, Item } from './resource.ts'
import { urls } from './urls.ts'

const maxItems = 200
const maxDepth = 10

/** Walks the items in their order. Groups are opened up, texts go to the question that follows, the first ones to the instructions. */
export const readItems = (
  reading: Reading,
  items: readonly Item[],
  contained: readonly Contained[],
  rootVariables: Variables,
): ReadItems => {
  const found: ReadItems = { instructions: null, questions: [], scores: [], tree: [] }
  const linkIds = new Set<string>()
  let pending: { text: LocalText; path: Path }[] = []

  const keepText = (item: Item, path: Path) => {
    const text = readText(reading, [...path, 'text'], item.text, item._text)
    if (text !== null) pending.push({ text, path })
  }

  const question = (item: Item, path: Path, node: ItemNode, enabling: Enabling | null) => {
    node.unread = true
    const why = item.repeats ? 'repeats' : isHidden(item) ? 'hidden' : item.type
    if (why !== 'choice') return leftOutItem(reading, path, why)
    const text = readText(reading, [...path, 'text'], item.text, item._text)
    const answers = readAnswers(reading, item, path, contained)
    if (answers === null) return
    if (text === null) return leftOutItem(reading, path, 'no text')
    node.unread = false
    node.values = answers.map(({ value }) => value)
    node.plainNumbers = answers.every(({ code }) => code === null)
    const before = joinedTexts(pending.map((one) => one.text))
    const first = found.questions.length === 0
    if (first) found.instructions = before
    pending = []
    const help = (item.item ?? []).flatMap((child, index) =>
      child.type === 'display'
        ? (readText(reading, [...path, 'item', index, 'text'], child.text, child._text) ?? [])
        : [],
    )
    const description = joinedTexts([...(first || before === null ? [] : [before]), ...help])
    const { linkId, required = false, code } = item
    found.questions.push({
      linkId,
      path,
      text,
      description,
      answers,
      required,
      loinc: loincOf(code),
      enabling,
    })
    if (found.questions.length === maxItems + 1) reading.faults.push({ code: 'TOO_MANY_ITEMS', path })
  }

  const score = (item: Item, path: Path, variables: Variables) => {
    const expression = item.extension?.find(({ url }) => url === urls.calculatedExpression)?.valueExpression
    if (expression?.expression === undefined || expression.language !== 'text/fhirpath')
      return leftOutItem(reading, path, item.type)
    found.scores.push({
      path,
      linkId: item.linkId,
      text: readText(reading, [...path, 'text'], item.text, item._text),
      loinc: loincOf(item.code),
      expression: expression.expression,
      variables,
    })
  }

  const walk = (
    list: readonly Item[],
    above: Path,
    depth: number,
    outer: Enabling | null,
    outerVariables: Variables,
    underQuestion: boolean,
  ): ItemNode[] =>
    list.map((item, index) => {
      const path = [...above, 'item', index]
      const node: ItemNode = {
        linkId: item.linkId,
        children: [],
        values: null,
        plainNumbers: false,
        unread: false,
      }
      reportLeftOut(reading, 'item', item, path)
      if (depth > maxDepth) {
        reading.faults.push({ code: 'TOO_DEEP', path })
        return node
      }
      if (linkIds.has(item.linkId))
        reading.faults.push({ code: 'DUPLICATE_QUESTION', path: [...path, 'linkId'] })
      linkIds.add(item.linkId)
      const variables = inScope(outerVariables, item.extension)
      const own = enablingOf(item, path)
      // Two conditions, one inside the other, are no rule of an instrument.
      if (own !== null && outer !== null) reading.leftOut.push({ code: 'FHIR_ENABLE_WHEN', path: own.path })
      const enabling = outer ?? own
      if (item.type === 'display') {
        if (own !== null) reading.leftOut.push({ code: 'FHIR_ENABLE_WHEN', path: own.path })
        else if (!underQuestion) keepText(item, path)
      } else if (item.type === 'group') keepText(item, path)
      else if (['decimal', 'integer', 'quantity'].includes(item.type)) score(item, path, variables)
      else question(item, path, node, enabling)
      node.children = walk(item.item ?? [], path, depth + 1, enabling, variables, item.type === 'choice')
      return node
    })

  found.tree = walk(items, [], 1, null, rootVariables, false)
  for (const { path } of pending) reading.leftOut.push({ code: 'FHIR_TEXT', path })
  return found
}

const leftOutItem = (reading: Reading, path: Path, type: string): void => {
  reading.leftOut.push({ code: 'FHIR_ITEM_TYPE', path, detail: { type: type.slice(0, 40) } })
}

const isHidden = ({ extension = [] }: Item): boolean =>
  extension.some(({ url, valueBoolean }) => url === urls.hidden && valueBoolean === true)

const enablingOf = ({ enableWhen = [], enableBehavior }: Item, path: Path): Enabling | null =>
  enableWhen.length === 0
    ? null
    : {
        enableWhen,
        all: enableBehavior === 'all' && enableWhen.length > 1,
        path: [...path, 'enableWhen'],
      }
