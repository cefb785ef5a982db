import '../theme.css';
import '../base.css';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { LocaleProvider } from '../i18n.tsx';
import { makeQueryClient } from '../query.ts';
import { Grid } from '../grid/Grid.tsx';
import type { ChangeOutcome, GridChange, GridColumn, OpenRow } from '../grid/grid.types.ts';
import { Button } from '../ui/Button.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { Form, FieldRow } from '../ui/Form.tsx';
import { MoneyField, SelectField, TextField, CheckField } from '../ui/Field.tsx';
import { DayField, PeriodField } from '../ui/DayField.tsx';
import type { Period } from '../ui/DayField.tsx';
import { PersonSelect } from '../ui/PersonSelect.tsx';
import { FileDrop } from '../ui/FileDrop.tsx';
import { useForm } from '../ui/form.ts';
import { Menu } from '../ui/Menu.tsx';
import { ConfirmAction } from '../ui/Dialog.tsx';
import { Columns, Page, Section } from '../ui/Page.tsx';
import { MoneyBar, Progress, Seal, StateTag } from '../ui/Marks.tsx';
import { EmptyState, ErrorState } from '../ui/States.tsx';
import { Switch, Tabs } from '../ui/Tabs.tsx';
import { ToastProvider, useToast } from '../ui/Toast.tsx';
import { ClientProblem } from '../client.ts';

interface Line extends OpenRow { category: string; detail: string; amountCents: number | null; actualCents: number | null; ownerText: string; note: string }
const t1: Line[] = [
  ['物料制作费', '海报500张、宣传册2000本', 800000, null, '*专员', '含设计费'],
  ['线上推广费', '朋友圈广告投放', 1500000, null, '*主管', '7天投放周期'],
  ['场地租赁费', '商圈展位租赁(3天)', 1200000, null, '*专员', '含基础设备'],
  ['人员成本', '兼职人员10名(3天)，含岗前培训与交通补贴，按实际到岗人数结算', 600000, 580000, '*经理', '200元/人/天'],
  ['应急备用金', '预算外突发情况处理', 500000, null, '*经理', '按实报销'],
].map(([category, detail, amountCents, actualCents, ownerText, note], i) => ({ id: `l${i}`, category, detail, amountCents, actualCents, ownerText, note })) as Line[];
const people = [{ value: 'u1', label: '陈婧', hint: '总负责人' }, { value: 'u2', label: '李想', hint: '策划组' }, { value: 'u3', label: '王晓', hint: '执行组' }];
const lineColumns: GridColumn<Line>[] = [
  { field: 'category', title: '预算科目', kind: 'text', width: 150, required: true, card: 'title' },
  { field: 'detail', title: '明细说明', kind: 'text' },
  { field: 'amountCents', title: '预算金额', unit: '元', kind: 'money', width: 130, required: true },
  { field: 'actualCents', title: '实际花费', unit: '元', kind: 'money', width: 130 },
  { field: 'ownerText', title: '负责人', kind: 'person', width: 110, choices: people },
  { field: 'note', title: '备注', kind: 'text', width: 160 },
];
const states = [['open', '未完成'], ['doing', '进行中'], ['done', '已完成'], ['delayed', '延期'], ['cancelled', '取消']].map(([value = '', label = '']) => ({ value, label }));
const tones = { open: 'plain', doing: 'doing', done: 'done', delayed: 'late', cancelled: 'off' } as const;
const t2 = [
  ['preparation', '10月1日-5日', '活动方案审批与团队分工', '*经理', 'done', '-'],
  ['preparation', '10月6日-10日', '物料设计与制作', '*主管', 'doing', '需10月15日到货'],
  ['execution', '10月15日', '场地布置与设备调试', '*专员', 'delayed', '18:00前完成'],
  ['execution', '10月16日-18日', '活动现场执行', '全员', 'open', '每日21:00复盘'],
  ['retrospective', '10月19日-21日', '数据整理与报告输出', '*专员', 'open', '10月22日提交'],
].map(([phase, whenText, title, ownerText, state, note], i) => ({ id: `t${i}`, phase, whenText, title, ownerText, state, note }));
const taskColumns: GridColumn<(typeof t2)[number]>[] = [
  { field: 'phase', title: '阶段', kind: 'choice', width: 110, merge: true, required: true, choices: [{ value: 'preparation', label: '前期筹备' }, { value: 'execution', label: '中期执行' }, { value: 'retrospective', label: '后期复盘' }] },
  { field: 'whenText', title: '时间节点', kind: 'text', width: 150 },
  { field: 'title', title: '任务内容', kind: 'text', required: true },
  { field: 'ownerText', title: '负责人', kind: 'person', width: 110, choices: people },
  { field: 'state', title: '完成情况', kind: 'choice', width: 120, required: true, choices: states, render: (value) => <StateTag tone={tones[value as keyof typeof tones] ?? 'plain'}>{states.find((one) => one.value === value)?.label}</StateTag> },
  { field: 'note', title: '备注', kind: 'text', width: 180 },
];

function useLocalRows<R extends OpenRow>(initial: R[]) {
  const [rows, setRows] = useState(initial);
  const calls = useRef<GridChange[][]>([]);
  const onChange = useCallback(async (changes: readonly GridChange[]): Promise<ChangeOutcome[]> => {
    calls.current.push([...changes]);
    (window as unknown as Record<string, unknown>)['gridCalls'] = calls.current;
    await new Promise((resolve) => setTimeout(resolve, (window as unknown as { gridDelay?: number }).gridDelay ?? 60));
    if ((window as unknown as { gridFail?: boolean }).gridFail) throw new ClientProblem({ type: '', code: 'network.failed', status: 0, title: '', data: {} });
    const outcomes: ChangeOutcome[] = changes.map((change) => (change.kind === 'set' && change.to === '冲突' ? { status: 'conflict', current: '对方的值', by: '李想' } : change.kind === 'set' && change.to === '坏值' ? { status: 'invalid', message: '服务器不接受这个值' } : { status: 'ok' }));
    setRows((now) => changes.reduce<R[]>((list, change, index) => {
      if (outcomes[index]?.status !== 'ok') return list;
      if (change.kind === 'set') return list.map((row) => (row.id === change.rowId ? { ...row, [change.field]: change.to } : row));
      if (change.kind === 'delete') return list.filter((row) => row.id !== change.rowId);
      const moving = change.kind === 'move' ? list.find((row) => row.id === change.rowId) : ({ ...change.values, id: change.rowId } as R);
      const rest = list.filter((row) => row.id !== change.rowId);
      const at = change.afterId === null ? 0 : rest.findIndex((row) => row.id === change.afterId) + 1;
      return moving ? rest.toSpliced(at, 0, moving) : list;
    }, now));
    return outcomes;
  }, []);
  return [rows, onChange] as const;
}

function Grids() {
  const [lines, saveLines] = useLocalRows(t1);
  const [tasks, saveTasks] = useLocalRows(t2 as unknown as (OpenRow & (typeof t2)[number])[]);
  const big = new URLSearchParams(location.search).has('big');
  const [many, saveMany] = useLocalRows(big ? Array.from({ length: 2000 }, (_, i) => ({ ...t1[i % 5]!, id: `m${i}`, detail: `第 ${i + 1} 行 ${t1[i % 5]!.detail}` })) : []);
  if (big) return <Page title="两千行" wide><Grid label="两千行" rows={many} columns={lineColumns} onChange={saveMany} rowNumber="序号" footer={{ category: { text: '合计' }, amountCents: 'sum' }} /></Page>;
  return (
    <Page title="预算" crumbs={[{ label: '活动', to: '/' }, { label: '秋季新品上市', to: '/' }]} verdict="预算 ¥46,000，已支出 ¥5,800。" actions={<><Button>导出</Button><Button kind="primary">提交审批</Button></>} wide>
      <Section title="活动预算表" bare>
        <Grid label="活动预算表" rows={lines} columns={lineColumns} onChange={saveLines} rowNumber="序号" newRow={() => ({ category: '', detail: '', amountCents: 0, actualCents: null, ownerText: '', note: '' })} footer={{ category: { text: '合计' }, amountCents: 'sum', actualCents: 'sum' }} presence={[{ userId: 'x', name: '李想', rowId: 'l2', field: 'detail' }]} />
      </Section>
      <Section title="活动执行进度表" bare>
        <Grid label="活动执行进度表" rows={tasks} columns={taskColumns as never} onChange={saveTasks} newRow={(above) => ({ phase: above?.phase ?? 'preparation', state: 'open' })} />
      </Section>
      <Section title="只读" bare><Grid label="只读的预算表" rows={lines} columns={lineColumns} readOnly /></Section>
    </Page>
  );
}

function FormDemo() {
  const form = useForm({
    initial: { name: '', scenario: '', period: { startOn: '2025-10-01', endOn: '2025-10-22' } as Period, due: null as string | null, budget: 4600000 as number | null, owner: { text: '*专员', id: null as string | null }, agree: false },
    check: (v) => ({ name: v.name ? undefined : '请填写活动名称' }),
    submit: async () => { throw new ClientProblem({ type: '', code: 'request.invalid', status: 400, title: '有内容没有填对', data: { issues: [{ path: 'body.budget', message: '不能大于 10,000' }] } }); },
  });
  return (
    <Form form={form} submitLabel="创建活动" onCancel={() => form.reset()}>
      <TextField label="活动名称" required hint="会出现在报告与导出的文件里" {...form.field('name')} />
      <FieldRow><SelectField label="场景" placeholder="请选择" choices={[{ value: 'a', label: '新品上市推广' }, { value: 'b', label: '节日促销' }]} {...form.field('scenario')} /><MoneyField label="预算（元）" notMoney="请填写金额" {...form.field('budget')} /></FieldRow>
      <FieldRow><PeriodField label="周期" {...form.field('period')} /><DayField label="截止日" {...form.field('due')} /></FieldRow>
      <PersonSelect label="负责人" people={people} {...form.field('owner')} />
      <CheckField label="通知所有成员" {...form.field('agree')} />
    </Form>
  );
}

function Kit() {
  const toast = useToast();
  const [tab, setTab] = useState('a');
  return (
    <Page title="秋季新品上市" crumbs={[{ label: '活动', to: '/' }, { label: '新品上市推广' }]} seal={<Seal lines={['方案 v3', '已核准']} />} meta={['10月1日–10月22日', '总负责人 陈婧', '华东市场部']} verdict={<>订单 1,284 单，预计收官 <b>1,760 – 1,930</b>，<em>低于目标 2,000</em>。缺口主要在朋友圈广告的点击率。</>} actions={<><Menu label="更多" items={[{ key: 'a', label: '导出 Excel', icon: 'download' }, { key: 'b', label: '删除活动', danger: true, rule: true, icon: 'remove' }]} /><Button kind="primary">提交审批</Button></>}>
      <Columns>
        <Section title="目标" actions={<a href="#x">查看来源</a>}>
          <DataTable label="目标" rowKey={(r) => r.m} rows={[{ m: '新品订单量', a: '1,284', t: '2,000', v: 0.64, e: 0.72, s: 'warn', w: '落后 8%' }, { m: '新增会员', a: '8,930', t: '10,000', v: 0.89, e: 0.75, s: 'done', w: '领先 14%' }, { m: '用户复购率', a: '—', t: '15.0%', v: null, e: 0, s: 'plain', w: '10月19日 起计' }]} columns={[{ key: 'm', title: '指标', render: (r) => r.m, heading: true, compare: (a, b) => a.m.localeCompare(b.m) }, { key: 'a', title: '实际', align: 'end', render: (r) => r.a }, { key: 't', title: '目标', align: 'end', render: (r) => r.t }, { key: 'p', title: '达成与应有进度', width: '30%', render: (r) => <Progress label={r.m} value={r.v} expected={r.e} tone={r.s === 'warn' ? 'amber' : 'indigo'} /> }, { key: 's', title: '状态', align: 'end', render: (r) => <StateTag tone={r.s as never}>{r.w}</StateTag> }]} />
        </Section>
        <Section title="预算 ¥46,000"><MoneyBar label="预算" totalCents={4600000} parts={[{ label: '已支出', cents: 2668000, tone: 'indigo' }, { label: '已承诺', cents: 690000, tone: 'indigo2' }, { label: '申请中', cents: 302000, tone: 'indigo3' }, { label: '可用', cents: 940000, tone: 'rest' }]} /></Section>
        <Section title="表单"><FormDemo /></Section>
        <Section title="其他">
          <Tabs label="视图" items={[{ key: 'a', label: '列表', count: 3 }, { key: 'b', label: '看板' }]} value={tab} onChange={setTab}><Switch label="阶段" items={[{ key: 'a', label: '筹备' }, { key: 'b', label: '执行' }, { key: 'c', label: '复盘' }]} value="a" onChange={() => undefined} /></Tabs>
          <p><StateTag tone="done">已完成</StateTag> <StateTag tone="late">延期 1 天</StateTag> <StateTag tone="doing">进行中</StateTag> <StateTag tone="warn">落后 8%</StateTag> <StateTag>待开始</StateTag> <StateTag tone="off">已取消</StateTag></p>
          <p><Button onClick={() => toast.show({ text: '已删除 1 行', undo: async () => undefined })}>提示</Button> <ConfirmAction label="删除" danger title="删除这个活动？" onConfirm={async () => { throw new Error('x'); }}>删除后可以在 30 天内恢复。</ConfirmAction></p>
          <FileDrop label="导入文件" endings={['.docx', '.xlsx']} maxBytes={20e6} onFiles={() => undefined} hint="Word、Excel、CSV 或文本，最大 20 MB" />
          <EmptyState title="还没有目标" actions={<Button kind="primary">添加目标</Button>}>目标让大家知道什么叫成功。先写下最重要的一个，例如“新品订单量 2,000 单”。</EmptyState>
          <ErrorState error={new ClientProblem({ type: '', code: 'network.failed', status: 0, title: '', data: {} })} onRetry={() => undefined} />
        </Section>
      </Columns>
    </Page>
  );
}

const root = createRootRoute({ component: () => (location.search.includes('kit') ? <Kit /> : <Grids />) });
const router = createRouter({ routeTree: root, history: createMemoryHistory({ initialEntries: ['/'] }) });
createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={makeQueryClient()}><LocaleProvider><ToastProvider><RouterProvider router={router as never} /></ToastProvider></LocaleProvider></QueryClientProvider>,
);
