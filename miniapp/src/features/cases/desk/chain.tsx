import type { ChainLink } from '@shared/grids/contract'
import { Box } from '../../../ui/box'
import { Txt } from '../../../ui/txt'

/** 网格四包: who answers for the place on each of the four levels, and why it is them. */
export const Chain = ({ chain }: { chain: readonly ChainLink[] }) =>
  chain.length === 0 ? (
    <Txt tone="second">位置不在任何网格里，请在办理时选一个网格</Txt>
  ) : (
    <Box as="list" className="chain">
      {chain.map((link) => (
        <Link key={link.tier} link={link} />
      ))}
    </Box>
  )

const Link = ({ link: { zh, vacant, whyZh, ...held } }: { link: ChainLink }) => (
  <Box as="item" className="chain-link">
    <Txt size="caption" tone="second" className="chain-tier">
      {zh}
    </Txt>
    <Box className="grow">
      <Txt block tone={vacant ? 'warn' : 'main'}>
        {vacant ? '空缺' : holderZh(held)}
      </Txt>
      <Txt size="micro" tone="third" block>
        {whyZh}
      </Txt>
    </Box>
  </Box>
)

/** Units answer on the middle levels, people on the others. */
const holderZh = ({ tier, unitName, names, segmentZh }: Pick<ChainLink, 'tier' | 'unitName' | 'names' | 'segmentZh'>) =>
  [tier === 2 || tier === 3 ? unitName : names.join('、'), segmentZh].filter(Boolean).join(' · ')
