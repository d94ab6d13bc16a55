/**
 * Carries texts to the worker and answers back; the newest text wins.
 *
 * One job runs at a time and at most one waits: a newer one takes its place. What comes back for a text that has changed since is
 * dropped, so whoever listens never sees a report of another text than the one in the pane.
 */
import type { Job, Reply } from './protocol';

/** As much of `Worker` as is needed here. */
export interface Channel {
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(job: Job): void;
  terminate(): void;
}

/** How long, in milliseconds, a job may run on while a newer text waits; a fresh worker is ready sooner than that. */
const PATIENCE = 1000;

export class Messenger {
  #channel: Channel | null = null;
  #running: Job | null = null;
  /** Whether the running job has broken a worker once. */
  #retried = false;
  #stale = false;
  #waiting: Job | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly open: () => Channel,
    private readonly deliver: (reply: Reply) => void,
  ) {}

  /** Reads `job` now, or as soon as the running one is done, which is cut off if it takes long. */
  submit(job: Job): void {
    if (!this.#running) return this.#send(job);
    this.#stale = true;
    this.#waiting = job;
    this.#timer ??= setTimeout(() => {
      this.#drop();
      this.#proceed();
    }, PATIENCE);
  }

  /** Opens the channel ahead of the first text. */
  warm(): void {
    this.#channel ??= this.#connect();
  }

  /** The text has changed: what runs or waits is of no use any more. */
  outdate(): void {
    this.#stale = true;
    this.#waiting = null;
  }

  #send(job: Job): void {
    this.#channel ??= this.#connect();
    this.#retried = this.#running === job;
    this.#running = job;
    this.#stale = false;
    this.#channel.postMessage(job);
  }

  #connect(): Channel {
    const channel = this.open();
    channel.onmessage = ({ data }) => this.#hear(data);
    channel.onerror = (event) => this.#mend(event);
    return channel;
  }

  #hear(reply: Reply): void {
    if (reply.kind === 'ready' || reply.kind === 'names') return this.deliver(reply);
    // A worker that could not load the core won't get better; the next job gets a new one.
    if (reply.kind === 'refusal' && reply.code === 'not_ready') this.#drop();
    if (this.#running) this.#finish(reply);
  }

  /** WebKit on Linux breaks a sound module now and then (oven-sh/bun#17146): a job gets a second worker, and no third. */
  #mend(event: ErrorEvent): void {
    this.#drop();
    // Opened ahead, it broke before there was a text: the first text gets another.
    if (!this.#running) return event.preventDefault();
    if (this.#stale || this.#retried) return this.#finish({ kind: 'refusal', code: 'worker_crashed' });
    // Nothing to tell anybody yet.
    event.preventDefault();
    this.#send(this.#running);
  }

  #drop(): void {
    if (!this.#channel) return;
    // Nothing that is still under way from it may be taken for an answer of the next one.
    this.#channel.onmessage = null;
    this.#channel.onerror = null;
    this.#channel.terminate();
    this.#channel = null;
  }

  #finish(reply: Reply): void {
    if (!this.#stale) this.deliver(reply);
    this.#proceed();
  }

  #proceed(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = null;
    const next = this.#waiting;
    this.#waiting = null;
    if (next) this.#send(next);
  }
}
