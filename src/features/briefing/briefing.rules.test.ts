import { describe, expect, test } from 'vitest';
import { calendarFile, checkInState, remindersDue } from './briefing.calendar.rules.ts';
import { hasConfirmed, isAnswer, isRightAnswer, progressOf } from './briefing.rules.ts';

describe('who has confirmed', () => {
  test.each([
    [['execution'], null, false], [['execution'], ['execution'], true], [['execution', 'logistics'], ['execution'], false],
    [['execution'], ['execution', 'logistics'], true], [['execution'], [], false],
  ] as const)('of %j, having read the pages of %j: %s', (groups, confirmedGroups, expected) => expect(hasConfirmed({ userId: 'a', groups, confirmedGroups })).toBe(expected));

  test('each person counts once in all, and in every group of theirs', () => {
    const people = [{ userId: 'a', groups: ['execution', 'logistics'], confirmedGroups: ['execution', 'logistics'] }, { userId: 'b', groups: ['execution'], confirmedGroups: null }] as const;
    expect(progressOf(people, ['execution', 'logistics', 'planning'])).toEqual({
      confirmed: 1, total: 2, groups: [{ group: 'execution', confirmed: 1, total: 2 }, { group: 'logistics', confirmed: 1, total: 1 }, { group: 'planning', confirmed: 0, total: 0 }],
    });
  });
});

describe('answers', () => {
  const single = { choices: ['两小时', '半小时'], answer: 0 };
  const free = { choices: [], answer: null };
  test.each([
    [single, { choice: 0, words: '' }, true, true], [single, { choice: 1, words: '' }, true, false], [single, { choice: 2, words: '' }, false, false], [single, { choice: null, words: '两小时' }, false, false],
    [free, { choice: null, words: '先疏导' }, true, true], [free, { choice: null, words: '  ' }, false, false],
  ])('%j answered %j: an answer %s, right %s', (question, given, answered, right) => {
    expect([isAnswer(question, given), isRightAnswer(question, given)]).toEqual([answered, right]);
  });
});

describe('what the clock owes', () => {
  const facts = { today: '2025-09-24', openedOn: '2025-09-22', askedAgainOn: null, meetOn: null, meetingToldOn: null };
  test.each([
    [{}, true, false], // two working days after Monday
    [{ today: '2025-09-23' }, false, false],
    [{ askedAgainOn: '2025-09-24' }, false, false],
    [{ openedOn: '2025-09-26', today: '2025-09-29' }, true, false], // Sunday 28 September 2025 is a working day (调休), Monday the second
    [{ openedOn: '2025-09-26', today: '2025-09-28' }, false, false],
    [{ openedOn: '2025-09-30', today: '2025-10-03' }, false, false], // the National Day holiday
    [{ openedOn: '2025-09-30', today: '2025-10-10' }, true, false],
    [{ today: '2025-09-23', meetOn: '2025-09-24' }, false, true],
    [{ today: '2025-09-24', meetOn: '2025-09-24', askedAgainOn: '2025-09-24' }, false, false],
    [{ today: '2025-09-23', meetOn: '2025-09-24', meetingToldOn: '2025-09-24' }, false, false],
    [{ today: '2025-09-23', meetOn: '2025-09-24', meetingToldOn: '2025-09-23' }, false, true], // it was put off
    [{ today: '2025-09-30', openedOn: '2025-09-29', meetOn: '2025-10-09' }, false, true], // the working day before it, over the holiday
  ])('%j', (change, askAgain, tellMeeting) => {
    expect(remindersDue({ ...facts, ...change })).toEqual({ askAgain, tellMeeting });
  });
  test.each([
    [{}, [['2025-09-23', false]], false, false], [{ today: '2025-09-25' }, [['2025-09-23', false]], true, false], // a day that the company takes off does not count
    [{}, [['2025-09-24', false]], false, false], [{ openedOn: '2025-09-26', today: '2025-09-28' }, [['2025-09-27', true]], true, false], // nobody is asked on it; a worked Saturday counts
    [{ today: '2025-09-22', meetOn: '2025-09-24' }, [['2025-09-23', false]], false, true], [{ today: '2025-09-22', meetOn: '2025-09-24' }, [], false, false],
  ] as const)('%j with %j of the company', (change, days, askAgain, tellMeeting) => {
    expect(remindersDue({ ...facts, ...change }, new Map(days))).toEqual({ askAgain, tellMeeting });
  });
});

describe('checking in', () => {
  const startsAt = new Date('2025-09-24T06:00:00Z');
  test.each([[-61, undefined], [-60, 'present'], [0, 'present'], [5, 'present'], [6, 'late'], [180, 'late'], [181, undefined]])('%i minutes after the start of an hour’s meeting: %s', (after, state) => {
    expect(checkInState(new Date(startsAt.getTime() + after * 60_000), startsAt, 60)).toBe(state);
  });
});

describe('the calendar file (RFC 5545)', () => {
  const file = calendarFile({
    uid: 'b1@muster', sequence: 3, startsAt: new Date('2025-09-24T06:00:00Z'), endsAt: new Date('2025-09-24T07:00:00Z'), stampedAt: new Date('2025-09-22T01:02:03.456Z'),
    summary: '宣贯会：秋季新品上市，双节联动；请提前阅读本组的全部内容并完成确认，会上只答疑', location: '三楼,会议室; A\\B', url: 'https://meet.example.com/j/123', description: '一、目标\n二、分工',
  });
  test('has the instants in UTC, and its texts are escaped', () => {
    expect(file).toContain('DTSTART:20250924T060000Z\r\nDTEND:20250924T070000Z\r\n');
    expect(file).toContain('DTSTAMP:20250922T010203Z');
    expect(file).toContain('LOCATION:三楼\\,会议室\\; A\\\\B\r\n');
    expect(file).toContain('DESCRIPTION:一、目标\\n二、分工\r\n');
    expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(file.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
  });
  test('no line has more than 75 octets, and unfolded it is whole', () => {
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain('SUMMARY:宣贯会：秋季新品上市，双节联动；请提前阅读本组的全部内容并完成确认，会上只答疑\r\n');
  });
});
