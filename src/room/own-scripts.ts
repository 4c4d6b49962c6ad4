interface Policies {
  createPolicy(name: 'default', rules: { createScriptURL(address: string): string | null }): unknown
}

/** A script of this program: built into the folder this one lies in, from this very origin. */
const isOwnScript = (address: string): boolean => {
  const url = URL.parse(address, location.href)
  return (
    url !== null &&
    url.protocol === location.protocol &&
    url.host === location.host &&
    /^\/assets\/[\w.-]+\.js$/.test(url.pathname)
  )
}

// A worker obeys the content policy of its own response, which asks for Trusted Types: the one that solves is started from here. Absent
// where the browser knows none; the policy then cannot ask for them either.
const scope: typeof globalThis & { trustedTypes?: Policies } = globalThis
scope.trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => (isOwnScript(address) ? address : null),
})
