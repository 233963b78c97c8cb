import type { ReactNode } from 'react'
import { Box } from './box'
import { Icon } from './icon'
import { Txt } from './txt'

export type FormRowProps = {
  readonly label: string
  readonly hint?: string
  /** What is wrong with it, from the server or the page. */
  readonly wrong?: string
  readonly children: ReactNode
}

export const FormRow = ({ label, hint, wrong, children }: FormRowProps) => (
  <Box className="form-row">
    <Box className="between">
      <Txt size="caption" tone="second">
        {label}
      </Txt>
      {hint && (
        <Txt size="caption" tone="third">
          {hint}
        </Txt>
      )}
    </Box>
    {children}
    {wrong && (
      <Box as="alert" className="form-wrong">
        <Icon name="alert-circle" size={16} />
        <Txt size="caption">{wrong}</Txt>
      </Box>
    )}
  </Box>
)
