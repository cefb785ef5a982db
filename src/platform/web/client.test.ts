import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { addressOf, ClientProblem } from './client.ts';
import { keyOf } from './query.ts';
import { fieldErrors } from './ui/form.ts';

const listLines = operation({
  id: 'test.listLines', method: 'GET', path: '/api/campaigns/:campaignId/lines/:lineId',
  summary: { zh: '测试', en: 'Test' }, access: signedIn(),
  params: z.object({ campaignId: z.string(), lineId: z.string() }), query: z.object({ q: z.string().optional(), tag: z.array(z.string()).optional() }), output: z.object({}),
});

describe('addresses', () => {
  it('fills and escapes the parts, leaves out what is not given', () => {
    expect(addressOf(listLines, { params: { campaignId: 'a/b', lineId: '1' }, query: { q: '新品 上市', tag: ['x', 'y'], none: undefined } })).toBe('/api/campaigns/a%2Fb/lines/1?q=%E6%96%B0%E5%93%81+%E4%B8%8A%E5%B8%82&tag=x&tag=y');
  });
  it('refuses a missing part instead of asking for "undefined"', () => {
    expect(() => addressOf(listLines, { params: { campaignId: 'a' } })).toThrow(/lineId/);
  });
  it('keeps answers under their campaign', () => {
    expect(keyOf(listLines, { params: { campaignId: 'c', lineId: '1' }, query: {} })[0]).toBe('c');
  });
});

describe('a refusal lands on its fields', () => {
  const problem = (code: string, data: Record<string, unknown> = {}) => new ClientProblem({ type: 'about:blank', code, status: 400, title: '句子', data });
  it('by the name of the field, with or without the part of the request', () => {
    const issues = [{ path: 'body.name', message: '请填写' }, { path: 'endsOn', message: '结束不能早于开始' }, { path: 'body.period.startOn', message: '请填写日期' }, { path: 'body.other', message: '？' }];
    expect(fieldErrors(problem('request.invalid', { issues }), ['name', 'endsOn', 'period'])).toEqual({ name: '请填写', endsOn: '结束不能早于开始', period: '请填写日期' });
  });
  it('by its code where a code belongs to one field', () => {
    expect(fieldErrors(problem('account.email_taken'), ['email'], { 'account.email_taken': 'email' })).toEqual({ email: '句子' });
    expect(fieldErrors(problem('account.email_taken'), ['email'])).toEqual({});
    expect(fieldErrors(new Error('x'), ['email'])).toEqual({});
  });
});
