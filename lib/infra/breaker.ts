import 'server-only';

/**
 * Guards a dependency that we can do without. `run` gives the work's value, or `fallback` when it fails, takes longer
 * than `timeoutMs`, or when `threshold` failures in a row have opened the breaker for `coolDownMs`.
 */
export class Breaker {
  private failures = 0;
  private openUntil = 0;
  private readonly options: { timeoutMs: number; threshold: number; coolDownMs: number };

  constructor(options: { timeoutMs: number; threshold: number; coolDownMs: number }) {
    this.options = options;
  }

  get isOpen(): boolean {
    return Date.now() < this.openUntil;
  }

  async run<T>(work: () => Promise<T>, fallback: T): Promise<T> {
    if (this.isOpen) return fallback;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('timeout')), this.options.timeoutMs);
    });
    try {
      const value = await Promise.race([work(), late]);
      this.failures = 0;
      return value;
    } catch {
      this.failures += 1;
      if (this.failures >= this.options.threshold) this.openUntil = Date.now() + this.options.coolDownMs;
      return fallback;
    } finally {
      clearTimeout(timer);
    }
  }
}
