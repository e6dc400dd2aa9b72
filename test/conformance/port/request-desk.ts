import type { OutsideMatter } from '../../../src/contract/service-request/outside-desk';
import { failed, passed, skipped, type Outcome } from '../outcome';
import type { RequestDeskSpecimen } from './specimen';

type Try = (specimen: RequestDeskSpecimen) => Promise<string | undefined | { skip: string }>;

async function taken({ desk }: RequestDeskSpecimen, matter: OutsideMatter): Promise<string> {
  const answer = await desk.send(matter);
  if (!answer.ok) throw new Error(`says it is ${answer.failure}`);
  return answer.value.reference;
}

/** What the dispatcher does after an answer that was lost. */
async function handedOver(
  { desk, settle }: RequestDeskSpecimen,
  matter: OutsideMatter,
): Promise<string | undefined> {
  const sentAt = new Date();
  await settle?.();
  if (desk.find) {
    const found = await desk.find(matter, sentAt);
    if (!found.ok) return 'cannot be looked for';
    if (found.value) return undefined;
  }
  const again = await desk.send(matter);
  return again.ok ? undefined : `says it is ${again.failure} the second time`;
}

/** What any desk outside keeps to. Each answers what is wrong, or nothing. */
const tries: Record<string, Try> = {
  'has a name that what was sent can be kept under, and one for residents': ({ desk: { name, title } }) =>
    Promise.resolve(
      /^[a-z][a-z0-9-]{0,30}$/.test(name) && title.zh && title.en ? undefined : `is called "${name}"`,
    ),

  'takes a matter, once, and says where it stands': async (specimen) => {
    const matter = specimen.matter();
    const reference = await taken(specimen, matter);
    const standing = await specimen.desk.standing(matter.id, reference);
    if (!standing.ok) return `says it is ${standing.failure}`;
    const held = await specimen.held(matter);
    return held === 1 ? undefined : `holds ${held} of it`;
  },

  'tells a step under the same id each time': async (specimen) => {
    const matter = specimen.matter();
    const reference = await taken(specimen, matter);
    await specimen.finish(matter, '清走了');
    const [first, second] = [
      await specimen.desk.standing(matter.id, reference),
      await specimen.desk.standing(matter.id, reference),
    ];
    if (!first.ok || !second.ok) return 'does not answer';
    const ids = first.value.steps.map(({ id }) => id);
    if (new Set(ids).size !== ids.length) return 'two steps have one id';
    if (ids.join() !== second.value.steps.map(({ id }) => id).join())
      return 'says something else the second time';
    const finished = first.value.steps.find(({ kind }) => kind === 'finished');
    return finished?.words === '清走了' ? undefined : 'does not tell that it is done, and what was';
  },

  'refuses with a reason, and holds nothing then': async (specimen) => {
    if (!specimen.unwanted) return { skip: 'refuses nothing' };
    const matter = specimen.unwanted();
    const answer = await specimen.desk.send(matter);
    if (answer.ok || answer.failure !== 'refused') return 'does not say that it refuses';
    if (!('reason' in answer) || answer.reason.trim() === '') return 'gives no reason';
    return (await specimen.held(matter)) === 0 ? undefined : 'holds what it refused';
  },

  'says it when it does not answer, and takes it afterwards, once': async (specimen) => {
    if (!specimen.cut || !specimen.mend) return { skip: 'cannot be cut off' };
    const matter = specimen.matter();
    await specimen.cut();
    const cut = await specimen.desk.send(matter);
    await specimen.mend();
    if (cut.ok || cut.failure === 'refused') return 'answers although it is cut off';
    const wrong = await handedOver(specimen, matter);
    if (wrong !== undefined) return wrong;
    const held = await specimen.held(matter);
    return held === 1 ? undefined : `holds ${held} of it`;
  },

  'has it once when its answer was lost': async (specimen) => {
    if (!specimen.loseAnswer) return { skip: 'loses no answer' };
    const matter = specimen.matter();
    await specimen.loseAnswer();
    const lost = await specimen.desk.send(matter);
    await specimen.mend?.();
    if (lost.ok || lost.failure !== 'unknown') return 'does not say that it is perhaps taken';
    const wrong = await handedOver(specimen, matter);
    if (wrong !== undefined) return wrong;
    const held = await specimen.held(matter);
    return held === 1 ? undefined : `holds ${held} of it`;
  },

  'tells its own calls from others’': ({ desk, signed }) => {
    if (!desk.verify || !signed) return Promise.resolve({ skip: 'does not call' });
    const call = signed('{"kind":"finished"}');
    if (!desk.verify(call).ok) return Promise.resolve('does not know its own call');
    const changed = desk.verify({ ...call, body: '{"kind":"returned"}' });
    if (changed.ok) return Promise.resolve('takes another body under the same signature');
    return Promise.resolve(desk.verify({ ...call, id: 'another' }).ok ? 'takes another id' : undefined);
  },
};

/** The port's contract tests on a specimen, one after the other. */
export async function tryRequestDesk(specimen: RequestDeskSpecimen): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [name, attempt] of Object.entries(tries)) {
    try {
      const wrong = await attempt(specimen);
      if (wrong === undefined) outcomes.push(passed(name));
      else outcomes.push(typeof wrong === 'string' ? failed(name, wrong) : skipped(name, wrong.skip));
    } catch (error) {
      outcomes.push(failed(name, error instanceof Error ? error.message : String(error)));
    }
  }
  return outcomes;
}
