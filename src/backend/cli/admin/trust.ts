import { type Command, content, done, refused } from './answer';
import { parseTrustFile } from './trust-file';

/** `trust add <file>`, `trust list`, `trust remove <county|kid>`. */
export const trustCommand: Command = async (request, { trust, county }) => {
  const [act, who] = request.args;
  switch (act ?? '') {
    case 'add': {
      const parsed = parseTrustFile(content(request), county);
      if (!parsed.ok) return refused(`${parsed.failure}: nothing of this file was taken`);
      const { signers, deployment } = parsed.value;
      for (const signer of signers) await trust.addSigner(signer);
      if (deployment) await trust.putDeployment(deployment);
      return done(
        ...signers.map(({ kid, country, alg }) => `signer ${kid} of ${country}, ${alg}`),
        ...(deployment
          ? [`issuers of ${deployment.county}: ${deployment.issuers.map(({ kid }) => kid).join(', ')}`]
          : []),
      );
    }
    case 'list': {
      const deployments = (await trust.deployments()).flatMap(({ county: other, address, issuers }) =>
        issuers.map(({ kid, alg }) => `issuer ${kid} of ${other}, ${alg}, status lists at ${address}`),
      );
      const signers = (await trust.signers()).map(
        ({ kid, country, alg, uses, notAfter }) =>
          `signer ${kid} of ${country}, ${alg}, ${uses?.join(' ') ?? 'any certificate'}, until ${notAfter.slice(0, 10)}`,
      );
      return done(...deployments, ...signers);
    }
    case 'remove':
      return (await trust.remove(who ?? ''))
        ? done(`removed: ${who ?? ''}`)
        : refused(`nobody trusted is called ${who ?? ''}: see trust list`);
    default:
      return refused('say trust add <file>, trust list or trust remove <county|kid>');
  }
};
