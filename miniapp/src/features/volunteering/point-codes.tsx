import { ListPointCategories, ListPoints } from '@shared/points/contract'
import { useState } from 'react'
import { useLoad } from '../../api/use-load'
import { usePages } from '../../api/use-pages'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Loaded } from '../../ui/loaded'
import { MoreButton } from '../../ui/more-button'
import { Select } from '../../ui/select'
import { Txt } from '../../ui/txt'
import { ShareEntry } from './share-entry'

const ALL = 'all'

/** 实地考察点位: a code for each plate; scanned, it begins a report at the point. */
export function PointCodes() {
  const [category, setCategory] = useState(ALL)
  const categories = useLoad(ListPointCategories, { params: {}, body: {} }).data?.items ?? []
  const body = category === ALL ? { size: 50 } : { size: 50, categoryNo: Number(category) }
  const { load, items, hasMore, busy, readOn } = usePages(ListPoints, { params: {}, body })
  return (
    <>
      <Select
        label="点位类别"
        options={[{ id: ALL, zh: '全部' }, ...categories.map(({ no, name }) => ({ id: String(no), zh: name }))]}
        value={category}
        onPick={setCategory}
      />
      <Loaded load={load}>
        {() =>
          items.length === 0 ? (
            <Empty icon="map-pins" title="这一类还没有点位" />
          ) : (
            <Card flush>
              {items.map(({ id, code, name, gridName }) => (
                <Box key={id} className="setting-row between">
                  <Box className="grow">
                    <Txt block strong>
                      {name}
                    </Txt>
                    <Txt block size="caption" tone="second" num>
                      {`${code} · ${gridName}`}
                    </Txt>
                  </Box>
                  <ShareEntry kind="point" subjectId={id} />
                </Box>
              ))}
            </Card>
          )
        }
      </Loaded>
      {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
    </>
  )
}
