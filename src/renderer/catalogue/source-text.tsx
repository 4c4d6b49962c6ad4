import { Fragment } from 'react'

// Addresses and Chinese titles occur in English sources and the other way round; what there is more of decides.
const isChinese = (text: string) => (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 3 > text.length

/** A source or statement as it was written, in its own language, whichever is on screen. */
export const SourceText = ({ children }: { children: string }) => (
  <span className="source-text" lang={isChinese(children) ? 'zh-CN' : 'en'}>
    {children.split('/').map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
      <Fragment key={index}>
        {index > 0 && (
          <>
            /<wbr />
          </>
        )}
        {part}
      </Fragment>
    ))}
  </span>
)
