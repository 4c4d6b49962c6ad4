import { expect, test } from 'vitest'
import { contentPolicy, securityHeaders } from '../../src/host/headers.ts'

const directives = new Map(
  contentPolicy('abc')
    .split('; ')
    .map((directive): [string, string[]] => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values]
    }),
)

test('nothing is allowed that is not named', () => {
  expect(directives.get('default-src')).toEqual(["'none'"])
  for (const name of ['frame-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors']) {
    expect([name, directives.get(name)]).toEqual([name, ["'none'"]])
  }
})

test('scripts come from the program or carry the nonce; none is made of text', () => {
  expect(directives.get('script-src')).toEqual(["'self'", "'nonce-abc'", "'wasm-unsafe-eval'"])
  expect(directives.get('require-trusted-types-for')).toEqual(["'script'"])
  expect(directives.get('trusted-types')).toEqual(['default', 'dompurify'])
})

test('no source is a host, a scheme of the network or a wildcard', () => {
  const sources = [...directives.values()].flat()
  expect(
    sources.filter((source) => /^(https?:|wss?:|\*)|\.|unsafe-inline|'unsafe-eval'/.test(source)),
  ).toEqual([])
})

test('the page is alone in its process and tells nobody where it came from', () => {
  expect(securityHeaders('abc')).toMatchObject({
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  })
  expect(securityHeaders('abc')['Permissions-Policy']).toMatch(/^([a-z-]+=\(\), )+[a-z-]+=\(\)$/)
})
