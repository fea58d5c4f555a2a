import type { Run } from '../../model/run.ts';
import type { Paused, Work } from '../search/work.ts';
import { PayloadDigester, type PayloadDigest } from './payload-digest.ts';

const inputs = new WeakMap<Run, PayloadDigest>();
const outputs = new WeakMap<Run, PayloadDigest>();

/** The digests of what runs were given and what they gave back, made when first asked for and kept by run. */
export class RunDigests {
  readonly #digester: PayloadDigester;

  constructor(work: Work) {
    this.#digester = new PayloadDigester(work);
  }

  /** Of what the run was given. */
  *ofInputs(run: Run): Paused<PayloadDigest> {
    return inputs.get(run) ?? (yield* this.#make(run, inputs, run.inputs));
  }

  /** Of what came of the run. */
  *ofOutputs(run: Run): Paused<PayloadDigest> {
    return outputs.get(run) ?? (yield* this.#make(run, outputs, run.outputs));
  }

  *#make(run: Run, kept: WeakMap<Run, PayloadDigest>, payload: unknown): Paused<PayloadDigest> {
    const digest = yield* this.#digester.make(payload);
    kept.set(run, digest);
    return digest;
  }
}
