// The newest text wins, and a broken worker is replaced.
import type { Report } from 'fachi';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Channel, Messenger } from './messenger';
import type { Job, Reply } from './protocol';

/** A worker whose answers the test gives by hand. */
class FakeChannel implements Channel {
  onmessage: Channel['onmessage'] = null;
  onerror: Channel['onerror'] = null;
  readonly jobs: string[] = [];
  ended = false;
  postMessage(job: Job): void {
    this.jobs.push(job.text);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(reply: Reply): void {
    this.onmessage?.({ data: reply } as MessageEvent<Reply>);
  }
  crash(): void {
    this.onerror?.({ preventDefault: () => {} } as ErrorEvent);
  }
}

const job = (text: string): Job => ({ text, locale: 'zh', sentences: 8 });
const report = (catalogVersion: string): Reply => ({ kind: 'report', report: { catalogVersion } as Report });

let channels: FakeChannel[];
let heard: Reply[];
let messenger: Messenger;
const last = (): FakeChannel => channels.at(-1)!;

beforeEach(() => {
  vi.useFakeTimers();
  channels = [];
  heard = [];
  messenger = new Messenger(() => {
    channels.push(new FakeChannel());
    return last();
  }, (reply) => heard.push(reply));
});

afterEach(() => {
  vi.useRealTimers();
});

describe('messenger', () => {
  it('opens no worker before there is a text, and one for many', () => {
    expect(channels).toHaveLength(0);
    messenger.submit(job('a'));
    last().answer(report('a'));
    messenger.submit(job('b'));
    last().answer(report('b'));
    expect(channels).toHaveLength(1);
    expect(heard).toEqual([report('a'), report('b')]);
  });

  it('opens a worker ahead of the first text, which then gets that one', () => {
    messenger.warm();
    messenger.warm();
    last().answer({ kind: 'ready' });
    messenger.submit(job('a'));
    expect(channels).toHaveLength(1);
    last().answer(report('a'));
    expect(heard).toEqual([{ kind: 'ready' }, report('a')]);
  });

  it('says nothing of a worker that fails ahead of the first text, which then gets another', () => {
    messenger.warm();
    last().answer({ kind: 'refusal', code: 'not_ready' });
    messenger.warm();
    last().crash();
    messenger.submit(job('a'));
    expect(channels.map(({ jobs }) => jobs)).toEqual([[], [], ['a']]);
    expect(heard).toEqual([]);
  });

  it('keeps only the newest of the texts that wait, and drops the answer to the older one', () => {
    for (const text of ['a', 'b', 'c']) messenger.submit(job(text));
    expect(last().jobs).toEqual(['a']);
    last().answer(report('a'));
    expect(last().jobs).toEqual(['a', 'c']);
    last().answer(report('c'));
    expect(heard).toEqual([report('c')]);
  });

  it('drops the answer to a text that has changed, even before the new one is sent', () => {
    messenger.submit(job('a'));
    messenger.outdate();
    last().answer(report('a'));
    expect(heard).toEqual([]);
    messenger.submit(job('b'));
    last().answer(report('b'));
    expect(heard).toEqual([report('b')]);
  });

  it('forgets a waiting text that has changed', () => {
    messenger.submit(job('a'));
    messenger.submit(job('b'));
    messenger.outdate();
    last().answer(report('a'));
    expect(last().jobs).toEqual(['a']);
  });

  it('cuts off a job that takes long while a newer text waits, and not before', () => {
    messenger.submit(job('a'));
    vi.advanceTimersByTime(60_000);
    const slow = last();
    messenger.submit(job('b'));
    vi.advanceTimersByTime(900);
    messenger.submit(job('c'));
    expect(slow.ended).toBe(false);
    vi.advanceTimersByTime(200);
    expect(slow.ended).toBe(true);
    expect(last().jobs).toEqual(['c']);
    slow.answer(report('a'));
    expect(heard).toEqual([]);
    last().answer(report('c'));
    expect(heard).toEqual([report('c')]);
  });

  it('lets a job finish that no newer text waits for, and the next one too', () => {
    messenger.submit(job('a'));
    messenger.submit(job('b'));
    last().answer(report('a'));
    vi.advanceTimersByTime(60_000);
    expect(last().ended).toBe(false);
    last().answer(report('b'));
    expect(heard).toEqual([report('b')]);
  });

  it('delivers names whether or not the text has changed', () => {
    messenger.submit(job('a'));
    messenger.outdate();
    const names: Reply = { kind: 'names', catalog: { catalogVersion: '1', areas: [], indicators: [] } as never };
    last().answer(names);
    expect(heard).toEqual([names]);
  });

  it('tries a text again in a new worker after a crash', () => {
    messenger.submit(job('a'));
    const broken = last();
    last().crash();
    expect(broken.ended).toBe(true);
    expect(last().jobs).toEqual(['a']);
    last().answer(report('a'));
    expect(heard).toEqual([report('a')]);
  });

  it('reports a text that breaks two workers, and reads the next one in a third', () => {
    messenger.submit(job('a'));
    last().crash();
    last().crash();
    expect(heard).toEqual([{ kind: 'refusal', code: 'worker_crashed' }]);
    messenger.submit(job('b'));
    expect(channels.map(({ jobs }) => jobs)).toEqual([['a'], ['a'], ['b']]);
    last().crash();
    expect(last().jobs).toEqual(['b']);
  });

  it('goes on with the waiting text after a crash, and says nothing of the old one', () => {
    messenger.submit(job('a'));
    messenger.submit(job('b'));
    last().crash();
    expect(heard).toEqual([]);
    expect(last().jobs).toEqual(['b']);
    last().answer(report('b'));
    expect(heard).toEqual([report('b')]);
  });

  it('tries a new worker after one that could not load', () => {
    messenger.submit(job('a'));
    last().answer({ kind: 'refusal', code: 'not_ready' });
    messenger.submit(job('b'));
    expect(channels).toHaveLength(2);
  });

  it('keeps the worker after a refusal', () => {
    messenger.submit(job('a'));
    last().answer({ kind: 'refusal', code: 'too_large' });
    messenger.submit(job('b'));
    expect(channels).toHaveLength(1);
    expect(heard).toEqual([{ kind: 'refusal', code: 'too_large' }]);
  });
});
