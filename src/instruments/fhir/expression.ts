/** The shape of a FHIRPath expression. It is looked at, never evaluated. */
export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'string'; value: string }
  | { kind: 'empty' }
  | { kind: 'variable'; name: string }
  /** A name on its own, `$this` and `$total` included. */
  | { kind: 'name'; name: string }
  | { kind: 'member'; of: Expression; name: string }
  | { kind: 'call'; of: Expression | null; name: string; arguments: Expression[] }
  | { kind: 'operation'; operator: string; left: Expression; right: Expression }

const maxTokens = 8000
const maxNesting = 50

type TokenKind = 'number' | 'string' | 'variable' | 'name' | 'symbol'
interface Token {
  kind: TokenKind
  text: string
}

const token =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<string>'(?:[^'\\]|\\.)*')|%(?<variable>[A-Za-z_]\w*|`[^`]*`|'[^']*')|(?<name>\$?[A-Za-z_]\w*|`[^`]*`)|(?<symbol>\{\s*\}|!=|>=|<=|[-+*/&|=><(),.]))/y

const kinds: readonly TokenKind[] = ['number', 'string', 'variable', 'name', 'symbol']

const tokensOf = (text: string): Token[] | null => {
  const tokens: Token[] = []
  const end = text.trimEnd().length
  token.lastIndex = 0
  while (token.lastIndex < end) {
    const groups = token.exec(text)?.groups
    if (groups === undefined || tokens.length === maxTokens) return null
    for (const kind of kinds) {
      const found = groups[kind]
      if (found !== undefined) tokens.push({ kind, text: found })
    }
  }
  return tokens
}

/** Operators by how loosely they bind. */
const levels: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['in'],
  ['=', '!='],
  ['>', '>=', '<', '<='],
  ['|'],
  ['+', '-'],
  ['*', '/'],
]

/** Parses what score expressions are written in; null for anything else. */
export const parseExpression = (text: string): Expression | null => {
  const tokens = tokensOf(text)
  if (tokens === null) return null
  let position = 0
  const isNext = (symbol: string): boolean =>
    tokens[position]?.kind === 'symbol' && tokens[position]?.text === symbol
  const take = (symbol: string): boolean => {
    const found = isNext(symbol)
    if (found) position += 1
    return found
  }

  const operation = (level: number, nesting: number): Expression | null => {
    const operators = levels[level]
    if (operators === undefined) return chain(nesting)
    let left = operation(level + 1, nesting)
    for (;;) {
      const next = tokens[position]
      if (left === null || next === undefined || !isOperator(next, operators)) return left
      position += 1
      const right = operation(level + 1, nesting)
      if (right === null) return null
      left = { kind: 'operation', operator: next.text, left, right }
    }
  }

  const chain = (nesting: number): Expression | null => {
    let of = first(nesting)
    while (of !== null && take('.')) of = step(of, nesting)
    return of
  }

  const step = (of: Expression, nesting: number): Expression | null => {
    const next = tokens[position]
    if (next?.kind !== 'name') return null
    position += 1
    const name = bare(next.text)
    if (!isNext('(')) return { kind: 'member', of, name }
    const given = list(nesting + 1)
    return given === null ? null : { kind: 'call', of, name, arguments: given }
  }

  const first = (nesting: number): Expression | null => {
    const next = tokens[position]
    if (next === undefined || nesting > maxNesting) return null
    position += 1
    switch (next.kind) {
      case 'number':
        return { kind: 'number', value: Number(next.text) }
      case 'string':
        return { kind: 'string', value: next.text.slice(1, -1).replace(/\\(.)/g, '$1') }
      case 'variable':
        return { kind: 'variable', name: bare(next.text) }
      case 'name': {
        if (!isNext('(')) return { kind: 'name', name: bare(next.text) }
        const given = list(nesting + 1)
        return given === null ? null : { kind: 'call', of: null, name: bare(next.text), arguments: given }
      }
      default: {
        if (next.text.startsWith('{')) return { kind: 'empty' }
        if (next.text !== '(') return null
        const inside = operation(0, nesting + 1)
        return take(')') ? inside : null
      }
    }
  }

  const list = (nesting: number): Expression[] | null => {
    const found: Expression[] = []
    if (!take('(')) return null
    if (take(')')) return found
    do {
      const one = operation(0, nesting)
      if (one === null) return null
      found.push(one)
    } while (take(','))
    return take(')') ? found : null
  }

  const whole = operation(0, 0)
  return position === tokens.length ? whole : null
}

const isOperator = ({ kind, text }: Token, operators: readonly string[]): boolean =>
  (kind === 'symbol' || kind === 'name') && operators.includes(text)

const bare = (name: string): string => (/^[`']/.test(name) ? name.slice(1, -1) : name)
