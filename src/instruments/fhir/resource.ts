import { z } from 'zod'

/** The parts of FHIR R4 that are read and written here. Objects are open: whatever else stands in them is reported by path. */

const text = z.string().max(1_048_576)
const decimal = z.number()

const expressionSchema = z.looseObject({
  name: z.exactOptional(text),
  language: z.exactOptional(text),
  expression: z.exactOptional(text),
})

export interface Extension {
  url: string
  extension?: Extension[]
  valueString?: string
  valueMarkdown?: string
  valueCode?: string
  valueDecimal?: number
  valueInteger?: number
  valueBoolean?: boolean
  valueCoding?: Coding
  valueExpression?: z.infer<typeof expressionSchema>
}

const extensionSchema: z.ZodType<Extension> = z.looseObject({
  url: text,
  get extension() {
    return z.exactOptional(z.array(extensionSchema))
  },
  valueString: z.exactOptional(text),
  valueMarkdown: z.exactOptional(text),
  valueCode: z.exactOptional(text),
  valueDecimal: z.exactOptional(decimal),
  valueInteger: z.exactOptional(z.int()),
  valueBoolean: z.exactOptional(z.boolean()),
  get valueCoding() {
    return z.exactOptional(codingSchema)
  },
  valueExpression: z.exactOptional(expressionSchema),
})

const extensions = z.exactOptional(z.array(extensionSchema))

/** What may stand beside a text, such as its translations. */
const elementSchema = z.looseObject({ extension: extensions })
export type Element = z.infer<typeof elementSchema>
const element = z.exactOptional(elementSchema)

export interface Coding {
  system?: string
  code?: string
  display?: string
  _display?: Element
  extension?: Extension[]
}

const codingShape = {
  system: z.exactOptional(text),
  code: z.exactOptional(text),
  display: z.exactOptional(text),
  _display: element,
  extension: extensions,
}
const codingSchema: z.ZodType<Coding> = z.looseObject(codingShape)

const answerOptionSchema = z.looseObject({
  valueCoding: z.exactOptional(codingSchema),
  valueInteger: z.exactOptional(z.int()),
  extension: extensions,
})
export type AnswerOption = z.infer<typeof answerOptionSchema>

const enableWhenSchema = z.looseObject({
  question: text,
  operator: text,
  answerCoding: z.exactOptional(codingSchema),
  answerInteger: z.exactOptional(z.int()),
})
export type EnableWhen = z.infer<typeof enableWhenSchema>

const itemShape = {
  linkId: z.string().min(1).max(255),
  code: z.exactOptional(z.array(codingSchema)),
  text: z.exactOptional(text),
  _text: element,
  type: text,
  enableWhen: z.exactOptional(z.array(enableWhenSchema)),
  enableBehavior: z.exactOptional(text),
  required: z.exactOptional(z.boolean()),
  readOnly: z.exactOptional(z.boolean()),
  repeats: z.exactOptional(z.boolean()),
  answerValueSet: z.exactOptional(text),
  answerOption: z.exactOptional(z.array(answerOptionSchema)),
  extension: extensions,
}
export interface Item extends z.infer<z.ZodObject<typeof itemShape>> {
  item?: Item[]
}

const itemSchema: z.ZodType<Item> = z.looseObject({
  ...itemShape,
  get item() {
    return z.exactOptional(z.array(itemSchema))
  },
})

/** A contained list of answers; other contained resources are of no interest. */
const containedSchema = z.looseObject({
  resourceType: text,
  id: z.exactOptional(text),
  compose: z.exactOptional(
    z.looseObject({
      include: z.array(
        z.looseObject({
          system: z.exactOptional(text),
          concept: z.exactOptional(z.array(codingSchema)),
        }),
      ),
    }),
  ),
  expansion: z.exactOptional(z.looseObject({ contains: z.exactOptional(z.array(codingSchema)) })),
})
export type Contained = z.infer<typeof containedSchema>

export const fhirQuestionnaireSchema = z.looseObject({
  resourceType: z.literal('Questionnaire'),
  language: z.exactOptional(text),
  contained: z.exactOptional(z.array(containedSchema)),
  extension: extensions,
  url: z.exactOptional(text),
  version: z.exactOptional(text),
  name: z.exactOptional(text),
  title: z.exactOptional(text),
  _title: element,
  status: text,
  copyright: z.exactOptional(text),
  code: z.exactOptional(z.array(codingSchema)),
  item: z.exactOptional(z.array(itemSchema)),
})
/** A FHIR R4 `Questionnaire`. */
export type FhirQuestionnaire = z.infer<typeof fhirQuestionnaireSchema>
