import type { CallBackFigures } from '@shared/volunteering/spot-checks/contract'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Txt } from '../../../ui/txt'

type Month = CallBackFigures['months'][number]

const askedZh = ({ verified, differs, unreached, drawn }: Month) =>
  `核实 ${verified} 条，不符 ${differs} 条，联系不上 ${unreached} 条，待回访 ${drawn - verified - differs - unreached} 条`

/** What everybody may read of it: how many were asked about, and what they said. */
export const FiguresCard = ({ figures: { percent, months } }: { figures: CallBackFigures }) =>
  months.length === 0 ? null : (
    <Card flush title="抽查回访结果" aside="公开">
      {months.map((row) => (
        <Box key={row.month} className="office-row">
          <Box className="office-words">
            <Txt block num>
              {`${row.month} · 认定 ${row.records} 条，抽 ${percent}% 共 ${row.drawn} 条`}
            </Txt>
            <Txt size="caption" tone="second" block num>
              {askedZh(row)}
            </Txt>
            <Txt size="micro" tone="second" block num>
              {`抽签凭据 ${row.salt.slice(0, 16)}…（当月最后一笔时长账的哈希）`}
            </Txt>
          </Box>
        </Box>
      ))}
    </Card>
  )
