import { checkCatalogue } from '@contract/service-request/check-catalogue';
import { catalogueInWriting } from '@contract/service-request/catalogue-in-writing';
import type { Catalogue } from '@contract/service-request/category';
import { type AdminAnswer, type AdminDeps, type Command, content, done, refused } from './answer';
import { jsonIn } from './json';

const usage = refused('say catalogue check <file>, catalogue import <file>, or catalogue export [version]');

const imported = {
  new: 'in force',
  again: 'in force again, as it was',
  unchanged: 'unchanged: it is the one in force',
} as const;

/** `catalogue check|import <file>`, `catalogue export [version]`: what can be asked for, as a county wants it. */
export const catalogueCommand: Command = async (request, deps) => {
  const [act, version] = request.args;
  if (act === 'export') return exportOne(version, deps);
  if (act !== 'check' && act !== 'import') return usage;
  const file = jsonIn(content(request));
  if (file === undefined) return refused('the file is not JSON');
  const faults = checkCatalogue(file);
  if (faults.length > 0)
    return refused(
      ...faults.map(
        ({ pointer, entry, problem, about }) =>
          `${pointer || '/'}${entry === undefined ? '' : ` (${entry})`}: ${problem}: ${about}`,
      ),
      `${faults.length} faults: nothing of this file was taken`,
    );
  const catalogue = file as Catalogue;
  return act === 'check' ? checked(catalogue, deps) : importOne(catalogue, deps);
};

const counted = ({ version, categories }: Catalogue): string =>
  `${version}: ${(['grid', 'referral', 'council'] as const)
    .map((kind) => `${categories.filter((entry) => entry.kind === kind).length} ${kind}`)
    .join(', ')}`;

/** Says what importing it would refuse, too. */
async function checked(catalogue: Catalogue, { serviceCatalogue }: AdminDeps): Promise<AdminAnswer> {
  if (!(await serviceCatalogue.mayTake(catalogue))) return taken(catalogue);
  return done(`${counted(catalogue)}; nothing wrong with it`);
}

async function importOne(catalogue: Catalogue, { serviceCatalogue }: AdminDeps): Promise<AdminAnswer> {
  const outcome = await serviceCatalogue.import(catalogue);
  return outcome.ok ? done(counted(catalogue), imported[outcome.value]) : taken(catalogue);
}

const taken = ({ version }: Catalogue): AdminAnswer =>
  refused(
    `/version: there is another catalogue ${version}, and requests keep it: give this one a new version`,
  );

async function exportOne(version: string | undefined, { serviceCatalogue }: AdminDeps): Promise<AdminAnswer> {
  const found =
    version === undefined ? await serviceCatalogue.inForce() : await serviceCatalogue.version(version);
  return found ? done(catalogueInWriting(found)) : refused(`there is no catalogue ${version ?? ''}`);
}
