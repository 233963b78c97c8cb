import { ListCategoryRules } from '@shared/cases/category-contract'
import { useLoad } from '../../../api/use-load'
import { Card } from '../../../ui/card'
import { Entry } from '../../../ui/entry'
import { Loaded } from '../../../ui/loaded'
import { go } from '../../../ui/nav'

/** Every class with the limits in force, by its group; each opens its versions. */
export function CategoryList() {
  const load = useLoad(ListCategoryRules, { params: {}, body: {} })
  return (
    <Loaded load={load}>
      {({ items }) =>
        [...new Set(items.map(({ groupZh }) => groupZh))].map((group) => (
          <Card key={group} title={group} flush>
            {items
              .filter(({ groupZh }) => groupZh === group)
              .map(({ code, zh, limitZh, hazardLimitZh, isPrivate, isChanging }) => (
                <Entry
                  key={code}
                  icon="clock"
                  title={`${code} ${zh}`}
                  zh={[
                    limitZh,
                    hazardLimitZh && `应急 ${hazardLimitZh}`,
                    isPrivate && '不公开',
                    isChanging && '有将要生效的新版本',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  onTap={() => go('/staff/settings/categories', { id: code })}
                />
              ))}
          </Card>
        ))
      }
    </Loaded>
  )
}
