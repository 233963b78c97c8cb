import { BULK_MOVES, type BulkLine } from '@shared/cases/bulk-contract'
import { REJECT_REASONS } from '@shared/cases/states'
import { type Need, transitionOf } from '@shared/cases/transitions'
import { REJECT_REASON_ZH } from '@shared/cases/words'
import { oneOf } from '@shared/kit/one-of'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { Icon } from '../../../ui/icon'
import { Input } from '../../../ui/input'
import { Sheet } from '../../../ui/sheet'
import { Ticks } from '../../../ui/ticks'
import { Txt } from '../../../ui/txt'
import { UnitSearch } from '../desk/unit-search'
import { useCategories } from '../use-categories'
import type { Bulk } from './use-bulk'

/** First the one form for all of them, then each case with what would become of it, then the decision. */
export function BulkSheet({ bulk, onClose }: { bulk: Bulk; onClose: () => void }) {
  const { form, lines, busy } = bulk
  const able = lines?.filter(({ isOk }) => isOk).length ?? 0
  const { zh } = transitionOf(form.move)
  return (
    <Sheet title={`批量办理 ${bulk.rows?.length ?? 0} 件`} open onClose={onClose}>
      {lines === null ? (
        <>
          <Form bulk={bulk} />
          <Button busy={busy} onTap={() => void bulk.look()}>
            先看看每件会怎样
          </Button>
        </>
      ) : (
        <>
          <Lines lines={lines} />
          <Box className="row gap-2 bulk-end">
            <Button kind="outline" fit onTap={bulk.again}>
              返回修改
            </Button>
            <Button
              disabled={able === 0}
              onTap={() => {
                bulk.decide()
                onClose()
              }}
            >
              {`${zh} ${able} 件`}
            </Button>
          </Box>
        </>
      )}
    </Sheet>
  )
}

const Lines = ({ lines }: { lines: readonly BulkLine[] }) => (
  <Box as="list" className="bulk-lines" label="每件的结果">
    {[...lines]
      .sort((a, b) => Number(a.isOk) - Number(b.isOk))
      .map(({ id, number, title, isOk, zh }) => (
        <Box key={id} as="item" className="between gap-2 bulk-line">
          <Box className="grow">
            <Txt cut block>
              {title || '（看不到这件）'}
            </Txt>
            <Txt size="micro" tone="second" num>
              {number}
            </Txt>
          </Box>
          <Box className={`row gap-1 tone-${isOk ? 'ok' : 'danger'}`}>
            <Icon name={isOk ? 'circle-check' : 'alert-circle'} size={16} />
            <Txt size="caption">{zh}</Txt>
          </Box>
        </Box>
      ))}
  </Box>
)

function Form({ bulk }: { bulk: Bulk }) {
  const { form, set } = bulk
  const needs: readonly Need[] = transitionOf(form.move).needs
  return (
    <>
      <FormRow label="办理">
        <Choices
          label="办理"
          look="tag"
          items={BULK_MOVES.map((id) => ({ id, zh: transitionOf(id).zh }))}
          picked={[form.move]}
          onPick={(id) => set({ move: oneOf(BULK_MOVES, id) ?? form.move, conditions: [] })}
        />
      </FormRow>
      {needs.includes('condition') && <ConditionRow bulk={bulk} />}
      {needs.includes('unit') && (
        <FormRow label="派给哪个单位">
          {form.unit && <Txt strong>{form.unit.zh}</Txt>}
          <UnitSearch onPick={(id, zh) => set({ unit: { id, zh } })} />
        </FormRow>
      )}
      {needs.includes('master') && (
        <FormRow label="并入哪一件" hint="从选中的案件里选主案">
          <Choices
            label="并入哪一件"
            look="tag"
            items={(bulk.rows ?? []).slice(0, 30).map(({ id, number, title }) => ({ id, zh: `${number} ${title}` }))}
            picked={form.master ? [form.master.id] : []}
            onPick={(id) => set({ master: { id, zh: id } })}
          />
        </FormRow>
      )}
      {needs.includes('rejectReason') && (
        <FormRow label="理由">
          <Choices
            label="理由"
            look="tag"
            items={REJECT_REASONS.map((id) => ({ id, zh: REJECT_REASON_ZH[id] }))}
            picked={form.rejectReason ? [form.rejectReason] : []}
            onPick={(id) => set({ rejectReason: oneOf(REJECT_REASONS, id) })}
          />
        </FormRow>
      )}
      {needs.includes('target') && (
        <FormRow label="转到哪里">
          <Input label="转到哪里" max={60} value={form.target} onText={(target) => set({ target })} />
        </FormRow>
      )}
      <FormRow label="说明" {...(needs.includes('note') ? {} : { hint: '可不填' })}>
        <Area label="说明" max={500} value={form.note} onText={(note) => set({ note })} />
      </FormRow>
    </>
  )
}

/** Conditions belong to a class: cases of several classes are filed class by class. */
function ConditionRow({ bulk }: { bulk: Bulk }) {
  const { form, set } = bulk
  const codes = new Set(bulk.rows?.map(({ categoryCode }) => categoryCode))
  const [code] = codes
  const category = useCategories()?.find((one) => one.code === code)
  if (codes.size > 1) return <Txt tone="warn">选中的案件有几个类别，立案条件不同。请先按类别筛选，再批量立案</Txt>
  return (
    <FormRow label="立案条件" hint="勾选符合的">
      <Ticks
        label="符合的条件"
        items={category?.filingConditions ?? []}
        picked={form.conditions}
        onPick={(conditions) => set({ conditions })}
      />
    </FormRow>
  )
}
