import type { TrustedIssuer, TrustedSigner } from '@contract/health-code/trust-list';

/** Another deployment whose codes count here. */
export interface TrustedDeployment {
  county: string;
  /** Where its status lists are: `https://linli.example.gov.cn`. */
  address: string;
  issuers: Omit<TrustedIssuer, 'county'>[];
}

/** Whom this county trusts beside itself. */
export interface Trust {
  signers(): Promise<TrustedSigner[]>;
  deployments(): Promise<TrustedDeployment[]>;
  addSigner(signer: TrustedSigner): Promise<void>;
  /** Takes the place of what was known of that county. */
  putDeployment(deployment: TrustedDeployment): Promise<void>;
  /**
   * @param who a county's code, or the kid of a certificate's signer
   * @returns whether there was one
   */
  remove(who: string): Promise<boolean>;
}
