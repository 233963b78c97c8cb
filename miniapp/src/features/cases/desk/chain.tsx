import type { ChainLink } from '@shared/grids/contract'
import { Box } from '../../../ui/box'
import { Txt } from '../../../ui/txt'

/** 网格四包: who answers for the place on each of the four levels, and why it is them. */
export const Chain = ({ chain }: { chain: readonly ChainLink[] }) =>
  chain.length === 0 ? (
    <Txt tone="second">位置不在任何网格里，请在办理时选一个网格</Txt>
  ) : (
    <Box as="list" className="chain">
      {chain.map(({ tier, zh, unitName, names, segmentZh, vacant, whyZh }) => (
        <Box key={tier} as="item" className="chain-link">
          <Txt size="caption" tone="second" className="chain-tier">
            {zh}
          </Txt>
          <Box className="grow">
            <Txt block tone={vacant ? 'warn' : 'main'}>
              {vacant ? '空缺' : [unitName ?? names.join('、'), segmentZh].filter(Boolean).join(' · ')}
            </Txt>
            <Txt size="micro" tone="third" block>
              {whyZh}
            </Txt>
          </Box>
        </Box>
      ))}
    </Box>
  )
