import { existsSync } from 'node:fs'
import { nodeDeps } from '../outside/node-deps'
import { readSettings } from '../outside/settings'
import { backUp } from './backup'
import { reseal } from './reseal'
import { restore } from './restore'
import { verifyAudit } from './verify-audit'

const MIGRATIONS = 'schema/migrations'
const WITHOUT_FOLDER = ['audit:verify', 'secret:reseal']
const say = (line: string) => process.stdout.write(`${line}\n`)

/** The tools of whoever runs the house, by name; each opens the same database and files as the server would. */
const TOOLS: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  backup: async (folder) => {
    const { deps, close } = await open()
    const { tables, files } = await backUp(deps.db, deps.files, folder, deps.now()).finally(close)
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
    say(`已备份到 ${folder}：${Object.keys(tables).length} 张表 ${rows} 行，${files.copied} 个文件`)
    if (files.missing.length > 0) say(`有 ${files.missing.length} 个文件在存储里找不到，列在 manifest.json`)
  },
  restore: async (folder) => {
    const { deps, close } = await open()
    const { at, files } = await restore(deps.db, deps.files, folder).finally(close)
    say(`已恢复 ${at} 的备份，${files.copied} 个文件。SECRET 或 SECRET_OLD 要和备份时一样，否则封存的内容打不开`)
  },
  'audit:verify': async () => {
    const { deps, close } = await open()
    say(await verifyAudit(deps.db).finally(close))
  },
  'secret:reseal': async () => {
    const { deps, close } = await open()
    say(await reseal(deps).finally(close))
  },
}

const open = () => nodeDeps(readSettings(process.env), MIGRATIONS, 'tools')

async function run() {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const [name = '', folder = ''] = process.argv.slice(2)
  const tool = TOOLS[name]
  if (!tool || (folder === '' && !WITHOUT_FOLDER.includes(name)))
    throw new Error(
      '用法：npm run backup -- 目录；npm run restore -- 目录；npm run audit:verify；npm run secret:reseal',
    )
  await tool(folder)
}

run().catch((err: unknown) => {
  process.stderr.write(`没有成功：${err instanceof Error ? err.message : String(err)}\n`)
  process.exit(1)
})
