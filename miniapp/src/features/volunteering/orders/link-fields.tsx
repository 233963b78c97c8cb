import { spanZh } from '@shared/kit/time'
import { ListOrderActivities } from '@shared/volunteering/orders/contract'
import { useLoad } from '../../../api/use-load'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { FormRow } from '../../../ui/form-row'
import { Loaded } from '../../../ui/loaded'
import { Select } from '../../../ui/select'
import { SmallFields } from './small-fields'
import type { MoveDraft } from './use-move-draft'

type Props = { readonly orderId: string; readonly draft: MoveDraft }

/** 安排活动: one of the team's own that is coming, or a small one made for this order. */
export const LinkFields = ({ orderId, draft }: Props) => (
  <>
    <Choices
      label="用哪个活动"
      look="segment"
      items={[
        { id: 'own', zh: '选本队的活动' },
        { id: 'new', zh: '新建小活动' },
      ]}
      picked={[draft.isNew ? 'new' : 'own']}
      onPick={(id) => draft.setNew(id === 'new')}
    />
    {draft.isNew ? (
      <SmallFields draft={draft.small} onChange={draft.setSmall} />
    ) : (
      <OwnField orderId={orderId} draft={draft} />
    )}
  </>
)

function OwnField({ orderId, draft: { activityId, setActivity } }: Props) {
  const load = useLoad(ListOrderActivities, { params: { id: orderId }, body: {} })
  return (
    <Loaded load={load}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="calendar-event" title="本队没有已发布的活动" zh="可以为这一单新建小活动" />
        ) : (
          <FormRow label="本队的活动">
            <Select
              label="本队的活动"
              options={items.map(({ id, title, startsAt, endsAt }) => ({
                ...{ id, zh: `${title} · ${spanZh(new Date(startsAt), new Date(endsAt))}` },
              }))}
              value={activityId}
              onPick={setActivity}
            />
          </FormRow>
        )
      }
    </Loaded>
  )
}
