import DOMPurify from 'dompurify'
import './style-nonce.ts'

interface PolicyRules {
  createHTML(text: string): string
  createScriptURL(address: string): string | null
}

declare global {
  interface Window {
    /** Absent where the browser knows no Trusted Types; the content policy then cannot ask for them either. */
    trustedTypes?: { createPolicy(name: 'default', rules: PolicyRules): unknown }
  }
}

/** A script of this program: built into `assets`, from this very origin. */
const isOwnScript = (address: string): boolean => {
  const url = URL.parse(address, location.href)
  return (
    url !== null &&
    url.protocol === location.protocol &&
    url.host === location.host &&
    /^\/assets\/[\w.-]+\.js$/.test(url.pathname)
  )
}

// Text becomes markup only through this: antd and survey-core write innerHTML themselves. There is no way from text
// to script. Import this file before anything that draws.
window.trustedTypes?.createPolicy('default', {
  createHTML: (text) =>
    text.includes('<') ? DOMPurify.sanitize(text, { USE_PROFILES: { html: true, svg: true } }) : text,
  createScriptURL: (address) => (isOwnScript(address) ? address : null),
})
